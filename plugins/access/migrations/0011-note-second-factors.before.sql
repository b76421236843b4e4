-- When and by what a session passed the second factor (双因素, GB/T 22239-2019 8.1.4.1 d); empty where it did not.
ALTER TABLE access.sessions
  ADD COLUMN second_factor_at timestamptz,
  ADD COLUMN second_factor text CHECK (second_factor IN ('totp', 'recovery-code')),
  ADD CONSTRAINT sessions_factor_whole CHECK ((second_factor IS NULL) = (second_factor_at IS NULL));
