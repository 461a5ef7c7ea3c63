import { useState } from 'react';
import type { Conditions } from '@/lib/core/codex/conditions';
import { t } from '@/lib/i18n';
import { FieldFindings } from './field-findings';
import { ItemsField } from './items-field';
import type { ShownFinding } from './shown';
import { fieldId } from './focus-field';
import { TextField } from './text-field';

export interface ConditionsFieldProps {
  readonly conditions: Conditions;
  readonly findings: readonly ShownFinding[];
  readonly onChange: (conditions: Conditions) => void;
  readonly onBlur: () => void;
}

/** When the claim holds and when it fails, as two lists; prose that stands beside them is kept. */
export function ConditionsField({ conditions, findings, onChange, onBlur }: ConditionsFieldProps) {
  const [hadProse] = useState(conditions.prose !== '');
  const [typed, setTyped] = useState('');
  return (
    <>
      {hadProse || conditions.prose !== '' ? (
        <TextField
          name="conditionsProse"
          label={t('library_section_conditions')}
          hint={t('library_conditions_prose')}
          value={typed.trim() === conditions.prose ? typed : conditions.prose}
          findings={[]}
          multiline
          onChange={(prose) => {
            setTyped(prose);
            onChange({ ...conditions, prose: prose.trim() });
          }}
          onBlur={onBlur}
        />
      ) : null}
      <ItemsField
        id={fieldId('conditions')}
        label={t('library_holds_when')}
        items={conditions.holdsWhen}
        onChange={(holdsWhen) => onChange({ ...conditions, holdsWhen })}
        onBlur={onBlur}
      />
      <ItemsField
        id={fieldId('failsWhen')}
        label={t('library_fails_when')}
        items={conditions.failsWhen}
        onChange={(failsWhen) => onChange({ ...conditions, failsWhen })}
        onBlur={onBlur}
      />
      <FieldFindings name="failsWhen" findings={findings} />
    </>
  );
}
