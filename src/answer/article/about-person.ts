// Questions about the interviewee as a person: the name itself is set aside, so the biography is helped to the front.
import type { Hit } from '../../search/rank/search.ts';
import type { Collection } from '../collection.ts';
import { BIOGRAPHY_FACTOR } from '../evidence/thresholds.ts';

/** Words for the interviewee where he is not named; of "he" alone every question may speak. */
const SPEAKS_OF_PERSON =
  /^(?:他|她)(?![们说讲提])|这位(?:专家|嘉宾|院长|受访者|学者|先生|老师)|受访者|嘉宾|(?:his|her) (?:research|work|papers|books|career|posts|titles|prizes|awards|patents|field)|^(?:what|which|how many|has|does|did) .*\bhe\b/iu;
const ASKS_FOR_VIEWS =
  /认为|觉得|看来|看待|怎么看|说|讲|提到|提出|指出|强调|主张|评价|形容|比喻|描述|谈|解释|呼吁|希望|观点|看法|态度|眼里|眼中|建议|点睇|\b(?:think|thinks|say|says|said|saying|mention|mentions|describe|describes|call|calls|argue|argues|see|view|views|according|mean|means|explain|explains|believe|believes|compare|compares|suggest|suggests|want|wants|put|puts|give|gives|criticise|criticize|talk|talks|cite|cites|use|uses|name|names|list|lists|point|points)\b/iu;

/** A question that names the person, or speaks of him, and asks for none of his views. */
export function isAboutPerson(folded: string, namesInterviewee: boolean): boolean {
  return (namesInterviewee || SPEAKS_OF_PERSON.test(folded)) && !ASKS_FOR_VIEWS.test(folded);
}

/** The hits with the biography's score raised, best first. */
export function biographyFirst(collection: Collection, hits: readonly Hit[]): readonly Hit[] {
  return hits
    .map((hit) => {
      const isBiography = collection.sections[hit.passage]?.section.kind === 'biography';
      return isBiography ? { ...hit, score: hit.score * BIOGRAPHY_FACTOR } : hit;
    })
    .sort((a, b) => b.score - a.score);
}
