'use client';

import { useActionState } from 'react';
import { TAX_RULES } from '@/lib/settings/setting-choices';
import { invoices as words } from '../../../_texts/en/invoices';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { Switch } from '../../../_ui/switch';
import { TextArea } from '../../../_ui/text-area';
import { SettingsSection } from '../settings-section';
import { type InvoicesAnswer, saveInvoices } from './actions';
import type { EnteredInvoices } from './entered-invoices';

type Section = { values: EnteredInvoices; errorOf: (id: string) => string | undefined };

/** Tax and seller in one form. A refusal keeps what was typed; a save shows what is in force. */
export function InvoicesForm({ inForce }: { inForce: EnteredInvoices }) {
  const [answer, action] = useActionState<InvoicesAnswer, FormData>(saveInvoices, { outcome: 'none' });
  const isRefused = answer.outcome === 'refused';
  const values = isRefused ? answer.entered : inForce;
  const shown = isRefused ? answer.shown : inForce;
  const errors = isRefused ? answer.errors : [];
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <form action={action} noValidate className="flex flex-col gap-10">
      <ErrorSummary title={words.settingsErrorTitle} errors={errors} />
      {Object.entries(shown).map(([name, value]) => (
        <input
          key={name}
          type="hidden"
          name={`shown.${name}`}
          value={typeof value === 'boolean' ? (value ? 'on' : '') : value}
        />
      ))}
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-12">
        <TaxSection values={values} errorOf={errorOf} />
        <SellerSection values={values} errorOf={errorOf} />
      </div>
      <div className="flex flex-col gap-3">
        {answer.outcome === 'saved' ? (
          <Notice tone="good" isAnswer>
            {words.savedSettings}
          </Notice>
        ) : null}
        <SubmitButton pendingText={words.savingSettings} className="self-start">
          {words.saveSettings}
        </SubmitButton>
      </div>
    </form>
  );
}

function TaxSection({ values, errorOf }: Section) {
  return (
    <SettingsSection id="tax" title={words.taxTitle} text={words.taxText}>
      <fieldset id="taxRule" tabIndex={-1} className="flex min-w-0 scroll-mt-6 flex-col gap-4 py-5 outline-none">
        <legend className="float-left mb-3 font-medium">{words.taxRule}</legend>
        {errorOf('taxRule') ? <p className="clear-both font-medium text-bad text-sm">{errorOf('taxRule')}</p> : null}
        <div className="clear-both flex flex-col gap-4">
          {TAX_RULES.map((rule) => (
            <div key={rule} className="flex items-start gap-3">
              <input
                type="radio"
                id={`taxRule-${rule}`}
                name="taxRule"
                value={rule}
                defaultChecked={values.taxRule === rule}
                aria-describedby={`taxRule-${rule}-hint`}
                className="mt-1 size-4 shrink-0 accent-ink"
              />
              <div className="flex min-w-0 flex-col">
                <label htmlFor={`taxRule-${rule}`}>{words[`rule.${rule}`]}</label>
                <p id={`taxRule-${rule}-hint`} className="max-w-text text-muted text-sm">
                  {words[`ruleHint.${rule}`]}
                </p>
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <Switch
        id="pricesIncludeTax"
        label={words.pricesIncludeTax}
        hint={words.pricesIncludeTaxHint}
        defaultChecked={values.pricesIncludeTax}
      />
      <div className="py-5">
        <Field
          id="taxCode"
          label={words.taxCode}
          hint={words.taxCodeHint}
          defaultValue={values.taxCode}
          error={errorOf('taxCode')}
          autoComplete="off"
          spellCheck={false}
          className="max-w-sm"
        />
      </div>
    </SettingsSection>
  );
}

function SellerSection({ values, errorOf }: Section) {
  const field = (id: 'sellerName' | 'sellerVatId' | 'invoicePrefix', hint?: string) => (
    <Field
      id={id}
      label={words[id]}
      hint={hint}
      defaultValue={values[id]}
      error={errorOf(id)}
      autoComplete="off"
      className="max-w-text"
    />
  );
  return (
    <SettingsSection id="seller" title={words.sellerTitle} text={words.sellerText}>
      <div className="flex flex-col gap-5 py-5">
        {field('sellerName', words.sellerNameHint)}
        <TextArea
          id="sellerAddress"
          label={words.sellerAddress}
          hint={words.sellerAddressHint}
          defaultValue={values.sellerAddress}
          error={errorOf('sellerAddress')}
          className="max-w-text"
        />
        {field('sellerVatId', words.vatIdHint)}
        {field('invoicePrefix', words.invoicePrefixHint)}
        <TextArea
          id="invoiceNote"
          label={words.invoiceNote}
          hint={words.invoiceNoteHint}
          defaultValue={values.invoiceNote}
          error={errorOf('invoiceNote')}
          className="max-w-text"
        />
      </div>
    </SettingsSection>
  );
}
