"""The caseload: looks at many persons or at one across all apps. No tables of its own.

Each page has one module, and in it one door: `access_*`. It decides, loads with few statements, logs the look
and hands out frozen facts. What is sealed is opened afterwards, when the page is written.
"""
