/** Both are made by the build out of the whole language (`words-in-parts.ts`). */
declare module '*?first' {
  interface Words {
    readonly [name: string]: string | Words;
  }
  const words: Words;
  export default words;
}
declare module '*?rest' {
  interface Words {
    readonly [name: string]: string | Words;
  }
  const words: Words;
  export default words;
}
