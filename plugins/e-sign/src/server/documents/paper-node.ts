/** A node of pdfmake's document tree. */
export type Node = string | { readonly [key: string]: unknown } | readonly Node[];

export type Language = 'zh' | 'en';

/** Sets a paragraph of running text. */
export type Setting = (text: string, language: Language) => Node;
