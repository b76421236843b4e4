-- In which batches somebody stands is asked for those who have left, and his lines are cleared when he is erased: by the blind index of his
-- number, through which a check matches every line with its worker. A check writes other columns, so its updates stay on the page (HOT); an
-- index by worker would cost them that.
CREATE INDEX lines_by_identity ON settlement.lines (identity_blind);
