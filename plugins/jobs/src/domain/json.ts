/** What JSON can hold. Bigints and dates are sent as text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
