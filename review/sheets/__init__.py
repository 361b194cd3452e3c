"""The spreadsheets that go out: the comment form, the committee's sheet, replies, the published dispositions."""
