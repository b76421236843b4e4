import { plantedPerson, type PlantedPerson } from '../../database/src/canary/planted';

/** People of the hunt: registered through the form and paid, registered through a sheet and corrected, and one who stands where he does not belong. */
export const registered = plantedPerson(0);
export const imported = plantedPerson(1);
export const stray = plantedPerson(2);
/** Pays money in for an enterprise, as a statement and finance tell. */
export const payer = plantedPerson(4);
/** What the imported one is called, where he lives and by which card he is paid from then on. */
export const corrected = plantedPerson(5);
/** Stands behind an account. */
export const holder = plantedPerson(6);

export const valuesOf = (person: PlantedPerson): string[] => Object.values(person) as string[];
/** Those of his values that words of people may not hold. */
export const numbersOf = ({ identityNumber, phone, cardNumber }: PlantedPerson): string[] => [
  identityNumber,
  phone,
  cardNumber,
];
