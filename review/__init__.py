"""The register of public comments: periods, comments, dispositions and their log.

It learns of a publication only through the files of its edition, and knows nothing of how they were made.
"""
