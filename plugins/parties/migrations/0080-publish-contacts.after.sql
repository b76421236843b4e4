-- What ties enterprises to each other and to people, as keys: risk counts who shares a contact's phone or a registered address (R6.3). Functions,
-- so that no column of a content type is held fast by the view.
CREATE FUNCTION parties.contact_rows() RETURNS TABLE (enterprise_id integer, state text, phone_blind text, address_key text)
LANGUAGE sql STABLE AS $$
  SELECT e.id, e.state, e.contact_phone_blind, md5(regexp_replace(e.registered_address, '\s', '', 'g')) FROM public.enterprises e
$$;
CREATE VIEW parties.published_enterprise_contacts AS SELECT * FROM parties.contact_rows();
GRANT SELECT ON parties.published_enterprise_contacts TO linggong_app;
CREATE INDEX enterprises_by_address ON public.enterprises (md5(regexp_replace(registered_address, '\s', '', 'g')));
