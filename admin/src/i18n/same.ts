/** The same keys with other texts: a language that lacks a key does not compile. */
export type Same<T> = { [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };
