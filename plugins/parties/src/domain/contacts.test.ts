import { contactsNamed, isOnlyHandler } from './contacts';

describe('the people whom an enterprise names', () => {
  it.each([
    [['contactPhone'], ['handler']],
    [
      ['legalRepresentative', 'contactName', 'industry'],
      ['handler', 'representative'],
    ],
    [['industry'], []],
  ])('a change of %j names %j', (fields, named) => {
    expect(contactsNamed(fields)).toEqual(named);
  });

  it.each([
    [['contactName', 'contactPhone'], true],
    [['contactName', 'bankAccount'], false],
    [[], false],
  ])('a change of %j is one of the handler alone: %s', (fields, only) => {
    expect(isOnlyHandler(fields)).toBe(only);
  });
});
