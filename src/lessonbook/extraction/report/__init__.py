"""Full reports: overview reports, executive summaries and briefings about one review."""
