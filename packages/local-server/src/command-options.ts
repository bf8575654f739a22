/** An option of a command line. It is required unless it has a `default` or `isOptional`. */
export type CommandOption<Value = unknown> = {
  /** Stands for the value in the usage, such as `PORT`. */
  placeholder: string;
  description: string;
  default?: string;
  isOptional?: true;
  /** Throws a `StartError` that continues the flag, such as "must be a number". @default the text itself */
  parse?: (text: string) => Value;
};

/** The options of a command by flag: read by `parseOptions`, and printed by `usageOf`. */
export type CommandOptions = Readonly<Record<string, CommandOption>>;

type OptionValue<Option extends CommandOption> =
  | (Option['parse'] extends (text: string) => infer Value ? Value : string)
  | (Option extends { isOptional: true } ? undefined : never);

/** The parsed values by flag. */
export type OptionValues<Options extends CommandOptions> = {
  [Flag in keyof Options]: OptionValue<Options[Flag]>;
};
