import type { Language } from './wall-state';

const PEOPLE: Record<Language, [id: string, name: string][]> = {
  'zh-CN': [
    ['ou_rep', '林晓'],
    ['ou_worker', '李娜'],
    ['ou_colleague', '孙悦'],
    ['ou_lead', '陈国强'],
    ['ou_clerk', '刘芳'],
    ['ou_boss', '张伟'],
    ['ou_admin', '黄工'],
  ],
  'en-US': [
    ['ou_rep', 'Lin Xiao'],
    ['ou_worker', 'Li Na'],
    ['ou_colleague', 'Sun Yue'],
    ['ou_lead', 'Chen Guoqiang'],
    ['ou_clerk', 'Liu Fang'],
    ['ou_boss', 'Zhang Wei'],
    ['ou_admin', 'Huang Gong'],
  ],
};

/** People that cards on the wall offer. */
export const samplePeople = (locale: Language): [id: string, name: string][] => PEOPLE[locale];

const PICTURES = 3;

/** A drawing for a picture's key; the same key gives the same drawing. */
export function samplePicture(key: string): string {
  const sum = [...key].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return `sample-picture-${(sum % PICTURES) + 1}.svg`;
}
