-- One payout an order and attempt, whatever is retried; a number is the EndToEndId and unique for ever. The states move
-- only along the lifecycle, even under a bare UPDATE: a payout that was sent can never be prepared again.
ALTER TABLE public.payouts
  ADD CONSTRAINT channels_payouts_complete CHECK (
    number IS NOT NULL AND order_id IS NOT NULL AND channel IS NOT NULL AND attempt > 0 AND amount_fen > 0
    AND instruction_file IS NOT NULL AND prepared_at IS NOT NULL
    AND state IN ('prepared', 'sent', 'settled', 'rejected', 'returned', 'cancelled')),
  ADD CONSTRAINT channels_payouts_times CHECK (
    (state IN ('prepared', 'cancelled')) = (sent_at IS NULL) AND (state = 'rejected') = (rejected_at IS NOT NULL)
    AND (state IN ('settled', 'returned')) = (settled_at IS NOT NULL) AND (state = 'returned') = (returned_at IS NOT NULL));
CREATE UNIQUE INDEX channels_payouts_number ON public.payouts (number);
CREATE UNIQUE INDEX channels_payouts_order_attempt ON public.payouts (order_id, attempt);
CREATE INDEX channels_payouts_file ON public.payouts (instruction_file);
CREATE INDEX channels_payouts_open ON public.payouts (state, sent_at) WHERE state IN ('prepared', 'sent');

CREATE FUNCTION channels.guard_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.number, NEW.order_id, NEW.channel, NEW.amount_fen, NEW.attempt)
     IS DISTINCT FROM (OLD.number, OLD.order_id, OLD.channel, OLD.amount_fen, OLD.attempt)
     OR (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN
         (('prepared', 'sent'), ('prepared', 'cancelled'), ('sent', 'settled'), ('sent', 'rejected'), ('settled', 'returned'))) THEN
    RAISE EXCEPTION 'channels.payout-guard: payout % cannot go from % to %', OLD.id, OLD.state, NEW.state
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER channels_payouts_guard BEFORE UPDATE ON public.payouts FOR EACH ROW EXECUTE FUNCTION channels.guard_payout();

CREATE FUNCTION channels.refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'channels.immutable: a payout is never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER channels_payouts_no_delete BEFORE DELETE ON public.payouts FOR EACH ROW EXECUTE FUNCTION channels.refuse_delete();

-- For set-based joins of settlement. A function and not a view: a view on a content type's column makes a later change
-- of that column's type fail at boot.
CREATE FUNCTION channels.payouts_of(orders int[]) RETURNS TABLE (
  order_id int, payout_id int, number text, state text, attempt int, amount_fen bigint, bank_reference text,
  reason_code text, reason_text text, sent_at timestamptz, settled_at timestamptz, rejected_at timestamptz, returned_at timestamptz
) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (p.order_id) p.order_id, p.id, p.number, p.state, p.attempt, p.amount_fen, p.bank_reference, p.reason_code,
         p.reason_text, p.sent_at AT TIME ZONE 'UTC', p.settled_at AT TIME ZONE 'UTC', p.rejected_at AT TIME ZONE 'UTC',
         p.returned_at AT TIME ZONE 'UTC'
    FROM public.payouts p WHERE p.order_id = ANY (orders) ORDER BY p.order_id, p.attempt DESC
$$;
