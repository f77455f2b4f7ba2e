/** What the tests use of the parser of calendar files, whose package hides its own types from Node's way of resolving. */
declare module 'ical.js' {
  export interface Event {
    readonly uid: string;
    readonly summary: string;
    readonly description: string | null;
    readonly startDate: { readonly isDate: boolean; toString(): string };
    readonly endDate: { toString(): string };
  }
  interface Component {
    getAllSubcomponents(name: string): readonly Component[];
  }
  const ical: {
    parse(text: string): unknown;
    readonly Component: new (parsed: unknown) => Component;
    readonly Event: new (component: Component) => Event;
  };
  export default ical;
}
