/** A text in both languages of the house; config stands below core, so it declares the shape itself. */
export interface Text2 {
  zh: string;
  en: string;
}
