// The data files of opencc-js carry no types: each is "from to" pairs joined by "|".
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
