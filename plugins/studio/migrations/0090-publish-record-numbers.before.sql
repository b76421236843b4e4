-- Which record a number belongs to (表单记录编号), for whoever keeps the number and opens the record; nothing of what was told in it.
CREATE VIEW studio.published_record_numbers AS SELECT id AS record_id, number, form_key FROM studio.form_records;
GRANT SELECT ON studio.published_record_numbers TO linggong_app;
