-- A private file whose term was over (vault, 保存期限) leaves the backups as well: its copy in the store, then the row of the copy.
GRANT DELETE ON continuity.file_copies TO linggong_app;
