-- What the columns of pages are read from: small indexes that hold all that is asked for, so that no record is touched.

CREATE INDEX events_listed ON events (id, earliest, latest, type, status, story_id);
CREATE INDEX quotations_listed ON quotations (article_id, start, id, kind, cue_class, same_as);
CREATE INDEX articles_listed ON articles (id, earliest, latest, outlet, story_id);
DROP INDEX quotations_by_article;
