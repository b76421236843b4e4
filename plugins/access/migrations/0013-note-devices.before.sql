-- From what a session was started and why it ended, for whoever looks over his own or other people's sign-ins.
ALTER TABLE access.sessions
  ADD COLUMN device text CHECK (length(device) <= 200),
  ADD COLUMN ended_because text CHECK (ended_because IN
    ('signed-out', 'by-holder', 'by-administrator', 'password-changed', 'password-reset', 'second-factor-changed', 'blocked',
     'token-reused'));
