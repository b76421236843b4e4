import { createContext } from 'react';

/** Sends a file of a field to the vault. @returns its id there, and the name that the person knows it by */
export type SendFormFile = (field: string, file: File) => Promise<{ id: string; name: string }>;

/** How the page that shows the form sends files; undefined in a preview. */
export const FileSending = createContext<SendFormFile | undefined>(undefined);
