"""Where figures are written down, for the tables of `spoken`."""

from __future__ import annotations

RECORDS = (
    r"(?:ledgers?|logs?|surveys?|reports?|dashboards?|records?|data|database|analytics|finance|controlling|"
    r"accounting|tracker|jira|audits?|"
    r"study|studies|books|invoices?|spreadsheets?|post ?mortems?|statements?|metrics|monitoring|"
    r"interviews?|tickets?|benchmarks?|"
    r"load tests?|tests?|measurements?|crm|exports?|accounts|query|queries|support desk|help ?desk|numbers|figures|contracts?|"
    r"grafana|datadog|salesforce|looker|tableau|zendesk|pagerduty|splunk|sentry|billing|payroll|timesheets?|telemetry|history|"
    r"readings?|funnel|calendar|rota|lists?|inventory|questionnaires?|sheets?|"
    r"retrospectives?|retros?|registers?|experiment|trial|pilot|poll|review|trace|traces|"
    r"a\/b test|customer calls|exit interviews|board paper|annual report|incident review|finance team)"
)
