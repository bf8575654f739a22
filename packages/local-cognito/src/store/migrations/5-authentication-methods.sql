-- How the user of a session authenticated, as a JSON array: the claims `acr` and `amr`.
  ALTER TABLE sessions ADD COLUMN methods TEXT NOT NULL DEFAULT '[]';
