"""The tour of a newcomer and the project's own end-to-end test: a made-up site, paper, corpus.

`site.DemoSite` serves the site on loopback, `folder.write_demo` writes paper and corpus,
`expected.EXPECTED` tells what a careful auditor should hear of each planted trouble.
"""
