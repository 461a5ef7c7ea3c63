import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from '../../test/support/render';
import { VoiceNames } from './voice-names';

function Host() {
  const [name, setName] = useState('');
  return (
    <VoiceNames
      voices={[{ label: 'SPEAKER_01', name, clips: 0 }]}
      suggestions={[]}
      onName={(_, given) => setName(given.trim())}
      onNameClips={() => undefined}
    />
  );
}

test.each(['{Enter}', '{Tab}{Enter}'])(
  'the keyboard stays when a voice is named by %s',
  async (keys) => {
    render(<Host />);
    const input = page.getByRole('combobox', { name: 'SPEAKER_01' });
    await userEvent.fill(input, ' Ida Voss ');
    await userEvent.keyboard(keys);
    await expect.element(input).toHaveValue('Ida Voss');
    await expect.element(input).toHaveFocus();
  },
);
