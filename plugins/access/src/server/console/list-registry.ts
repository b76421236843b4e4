import type { ConsoleResource } from './console-resource';

/** Every list that this process serves, by its name: what is known at load, the same for every platform in it. */
const lists = new Map<string, ConsoleResource>();

export function keepLists(resources: readonly ConsoleResource[]): void {
  for (const resource of resources) lists.set(resource.name, resource);
}

export function listOf(name: string): ConsoleResource | undefined {
  return lists.get(name);
}
