import { contactsNamed } from './contacts';

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
});
