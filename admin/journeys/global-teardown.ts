import { rm } from 'node:fs/promises';
import { foundedVariable } from './founded-demo';

/** Removes the founded demo of the run. */
export default async function globalTeardown(): Promise<void> {
  const place = process.env[foundedVariable];
  if (place !== undefined) await rm(place, { recursive: true, force: true });
}
