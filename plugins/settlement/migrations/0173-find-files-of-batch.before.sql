-- The page of a batch tells by what its files were routed, and is asked again while the batch moves.
CREATE INDEX instruction_files_of_batch ON settlement.instruction_files (batch_id);
