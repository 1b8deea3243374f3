import type { Area } from '@/lib/protocols/v1/manage/handle';
import { text } from '../../_texts/text';

/** What people call an area of the API. */
export function areaName(area: Area): string {
  return text(`reference.area_${area}`);
}
