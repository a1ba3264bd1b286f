"""A digest of three invented cases, as text with tab-separated rows."""

SMALL_DIGEST = """## **Lessons Learned Research Digest**

Issue 9 – March 2023

## **National Learning - Children**

NEGLECT
CASE\tKEY ISSUES\tLEARNING & RECOMMENDATIONS
Jan 2023 – Leeds City Council – Child Juniper Neglect of a 5-year-old girl over two years, known since May 2021.\t\
<ul> <li>Juniper lived with her mother and an older brother.</li> <li>Seven appointments were missed.</li> \
<li>Ethnicity or nationality is not stated.</li> <li>Read full overview (PDF)</li> </ul>\t\
<ul> <li>Learning:</li> <li>missed appointments are a sign and not an administrative matter;</li> \
<li>ask what a day is like for the child.</li> <li>Recommendations:</li> \
<li>the partnership to agree one policy on children who were not brought;</li> \
<li>health visitors to tell the GP of every missed visit.</li> </ul>
Feb 2023 – Kent County Council – Baby Sorrel Serious injury of a 7-week-old boy in June 2022.\t\
Baby Sorrel was taken to hospital by his father. Family is White British. <u>Read practice review (PDF)</u>\t\
<ul> <li>Learning:</li> <li>a bruise on a baby who cannot move needs a paediatrician the same day;</li> \
<li>fathers were not asked how they were.</li> <li>Makes no recommendations.</li> </ul>

## **National Learning - Adults**

SELF-NEGLECT
CASE\tKEY ISSUES\tLEARNING & RECOMMENDATIONS
Mar 2023 – Norfolk Safeguarding Adults Board – 'Mr Alder' Death of a man in his 70s at home in November 2021.\t\
Mr Alder declined support for three years. <u>Read full overview here</u>\t\
<ul> <li>Key learning points:</li> <li>assess mental capacity for each decision</li> \
<li>self-neglect is safeguarding</li> </ul>
"""
