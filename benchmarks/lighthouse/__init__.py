"""The judgement of Lighthouse on the pages that people come to first."""
