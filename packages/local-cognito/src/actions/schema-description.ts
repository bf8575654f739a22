import type { PoolSettings } from '../settings/pool-settings.ts';
import { standardAttributes, verificationFlags } from '../users/attribute-schema.ts';

const text = (MinLength: number, MaxLength: number) => ({
  AttributeDataType: 'String',
  StringAttributeConstraints: { MinLength: String(MinLength), MaxLength: String(MaxLength) },
});

const customText = { AttributeDataType: 'String', StringAttributeConstraints: {} };

// The types and lengths that DescribeUserPool of AWS returns for a new pool.
const typeOf = (name: string) => {
  if (name === 'updated_at') {
    return { AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '0' } };
  }
  if (verificationFlags.has(name)) return { AttributeDataType: 'Boolean' };
  return name === 'birthdate' ? text(10, 10) : text(0, 2048);
};

/** Maps the attributes of the pool to the SchemaAttributeType of the API model. */
export const describeSchema = ({
  requiredAttributes,
  customAttributes,
}: Pick<PoolSettings, 'requiredAttributes' | 'customAttributes'>) => [
  { Name: 'sub', DeveloperOnlyAttribute: false, Mutable: false, Required: true, ...text(1, 2048) },
  ...[...standardAttributes, ...verificationFlags, ...customAttributes].map((Name) => ({
    Name,
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: requiredAttributes.includes(Name),
    ...(customAttributes.includes(Name) ? customText : typeOf(Name)),
  })),
];
