// A form as the page shows it: what the bot asks for, and what stands in each field before it is filled in.

/** A form that the bot shows to the visitor alone. */
export interface FormView {
  /** Whose response it is: what is filled in is submitted for it. */
  readonly interaction: string;
  readonly title: string;
  readonly fields: readonly FieldView[];
}

export type FieldView =
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly label: string;
      readonly required: boolean;
      readonly placeholder: string;
      readonly value: string;
      /** Characters. */
      readonly longest: number;
      /** Several lines. */
      readonly isLong: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly required: boolean;
      readonly options: readonly {
        readonly value: string;
        readonly label: string;
        readonly chosen: boolean;
      }[];
    };

/** A member sends the form that the bot showed for an interaction. */
export interface Submit {
  readonly kind: 'submit';
  readonly interaction: string;
  /** By the fields' ids. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}
