create table log (t text);
-- { fn } is no escape here
insert into log values ('é { ? }');
