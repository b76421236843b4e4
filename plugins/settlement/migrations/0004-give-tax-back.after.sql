-- Tax that earlier payments bore too much is given back with the next one: what an order collects of earlier tax may be below
-- zero (plugins/tax/README.md), and its net then above its gross.
ALTER TABLE public.orders
  DROP CONSTRAINT orders_figures,
  ADD CONSTRAINT orders_figures CHECK (gross_fen > 0 AND fee_fen >= 0 AND vat_fen >= 0 AND surcharge_fen >= 0
    AND income_tax_fen >= 0 AND receivable_fen >= 0 AND net_fen >= 0
    AND net_fen = gross_fen - vat_fen - surcharge_fen - income_tax_fen + receivable_fen - collected_fen);
