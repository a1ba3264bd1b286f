"""The site for a team: log-in with a second factor or single sign-on, roles by group, an audit log.

``opening.serve`` starts it, ``accounts`` has who may come in. It needs what ``pip install "lessonbook[team]"`` adds;
the site of one person on a laptop uses nothing of it.
"""
