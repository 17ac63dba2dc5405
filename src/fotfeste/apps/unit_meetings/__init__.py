"""The meetings a team has without the jobseekers: the vocational unit, the treatment team's weekly one."""
