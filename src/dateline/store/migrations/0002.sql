-- What pages filter events by: who acted, who was acted on, and the pair of their countries, as `SOURCE>TARGET`. From
-- this form on they are written with each event; events of older files get them here.

INSERT OR IGNORE INTO facets (facet, value, owner)
SELECT 'event.source', json_extract(s.value, '$.actor_id'), e.n
FROM events e, json_each(e.record, '$.source') s WHERE json_extract(s.value, '$.actor_id') IS NOT NULL;

INSERT OR IGNORE INTO facets (facet, value, owner)
SELECT 'event.target', json_extract(s.value, '$.actor_id'), e.n
FROM events e, json_each(e.record, '$.target') s WHERE json_extract(s.value, '$.actor_id') IS NOT NULL;

INSERT OR IGNORE INTO facets (facet, value, owner)
SELECT 'event.pair', json_extract(s.value, '$.country') || '>' || json_extract(o.value, '$.country'), e.n
FROM events e, json_each(e.record, '$.source') s, json_each(e.record, '$.target') o
WHERE json_extract(s.value, '$.country') <> json_extract(o.value, '$.country');
