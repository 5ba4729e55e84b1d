-- A destroyed key lies in its page until the page is cleaned, and so in every backup made before that. Where one row is dead the database cleans within a minute, not
-- after a fifth of the table has died.
alter table platform.data_keys set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
