import type { TwoSides } from './two-sides.fixture';

/** A complaint means those whom its party deals with: the other side is as absent as nobody. */
export function counterpartCases(world: () => TwoSides): void {
  describe.each([
    ['worker', 'enterprise'],
    ['enterprise', 'worker'],
  ] as const)('whom a complaint of a %s may mean', (role, kind) => {
    const path = '/api/v1/forms/service.complaint';
    const token = (): string => world().own.token[role];
    const idOf = (side: 'own' | 'foreign'): number => world()[side][`${kind}Id`];

    it('is one of those whom it deals with', async () => {
      const { body } = await world().app.http.get(`${path}/counterparts`).auth(token(), { type: 'bearer' }).expect(200);
      const ids = (body as { items: { kind: string; id: number }[] }).items.map((one) => `${one.kind} ${one.id}`);
      expect(ids).toContain(`${kind} ${idOf('own')}`);
      expect(ids).not.toContain(`${kind} ${idOf('foreign')}`);
    });

    it('is nobody of the other side', async () => {
      const { body: form } = await world().app.http.get(path).auth(token(), { type: 'bearer' }).expect(200);
      const values = { about: 'service', what: '没有人接听电话', complainant: '王五', phone: '15012340004' };
      const tell = async (id: number): Promise<unknown> => {
        const { body } = await world()
          .app.http.post('/api/v1/form-records')
          .auth(token(), { type: 'bearer' })
          .send({ form: 'service.complaint', formVersionId: form.versionId, values, about: { kind, id } });
        const { traceId: _, ...rest } = body as Record<string, unknown>;
        return rest;
      };
      const foreign = await tell(idOf('foreign'));
      expect(foreign).toMatchObject({ status: 422, code: 'counterpart-unknown' });
      expect(foreign).toEqual(await tell(999_999_999));
    });
  });
}
