-- Orders and batches say how their fee was agreed. What there was before is on top, with the payment, tax borne by the worker.
UPDATE public.orders SET amount_fen = gross_fen, fee_timing = 'with-payment', tax_bearer = 'worker', returned_fee = 'give-back'
 WHERE amount_fen IS NULL;
UPDATE public.settlement_batches SET amount_fen = gross_fen, fee_mode = 'on-top', fee_timing = 'with-payment',
       tax_bearer = 'worker', returned_fee = 'give-back'
 WHERE fee_timing IS NULL AND gross_fen IS NOT NULL;

ALTER TABLE public.orders ADD CONSTRAINT orders_fee_agreed CHECK (amount_fen IS NOT NULL AND amount_fen > 0
  AND fee_mode IS NOT NULL AND fee_mode IN ('on-top', 'inside')
  AND fee_timing IS NOT NULL AND fee_timing IN ('before', 'with-payment', 'after')
  AND tax_bearer IS NOT NULL AND tax_bearer IN ('worker', 'enterprise')
  AND returned_fee IS NOT NULL AND returned_fee IN ('give-back', 'keep')
  -- Whose tax is his own has the amount, less the fee where it is inside; a promised net is at least kept.
  AND (tax_bearer = 'enterprise' OR gross_fen = amount_fen - CASE fee_mode WHEN 'inside' THEN fee_fen ELSE 0 END)
  AND (tax_bearer = 'worker' OR net_fen >= amount_fen - CASE fee_mode WHEN 'inside' THEN fee_fen ELSE 0 END));

-- Payments that are confirmed already count in the month by which fees go.
DO $$
DECLARE known record;
BEGIN
  FOR known IN
    SELECT enterprise_id, to_char(confirmed_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month,
           sum(amount_fen)::bigint AS volume, sum(fee_fen)::bigint AS fee
      FROM public.orders WHERE state IN ('confirmed', 'paying', 'paid') GROUP BY 1, 2
  LOOP
    PERFORM billing.adopt_month(known.enterprise_id, known.month, known.volume, known.fee);
  END LOOP;
END $$;
