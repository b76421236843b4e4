/** A list leaves its rows in react-admin's cache as records; they lack what only the detail has. Under this mark it keeps apart. */
export const whole = { whole: true };
