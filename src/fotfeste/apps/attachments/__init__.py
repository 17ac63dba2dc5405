"""Files on a job search, a lead or a job: a CV, an application, a contract."""
