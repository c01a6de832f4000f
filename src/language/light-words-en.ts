// English words that carry a question without saying what it is about. Each stands for a whole word.

const ASKING =
  "please|pls|plz|tell|me|us|let me know|know|knows|want|wants|wanna|like to know|would like|i'd|wonder|wondering|curious|ask|asking|question|questions|quick question|" +
  'explain|explains|explained|describe|describes|described|summarize|summarise|summary|briefly|detail|details|elaborate|specifically|example|examples|in a nutshell|in short|in plain words|' +
  'simple terms|give|gives|got|get|gets|getting|help me|understand|make sense of|remind|walk me through|break down|eli5|anyone|somebody|someone|hey|ok|okay|well|so|thanks';

const SAYING =
  'say|says|said|saying|mention|mentions|mentioned|think|thinks|thought|believe|believes|according|opinion|opinions|view|views|take on|talk about|talks about|talking about|argue|argues|claim|claims|' +
  'suggest|suggests|state|states that|put|puts|call|calls|called|refer|refers|referring|regard|regards|see as|sees|point out|points out|stress|stressed|in his view|in his opinion|in his words|' +
  'interview|article|piece|text|passage|speaker|interviewee|guest|expert|director|professor';

const HEDGES =
  'just|really|actually|basically|exactly|literally|simply|simple|quite|rather|pretty|very|kind of|sort of|bit|a lot|lots|supposed|supposedly|apparently|allegedly|perhaps|maybe|probably|possibly|likely|' +
  'also|too|even|still|ever|yet|already|always|often|usually|generally speaking|in general|overall|after all|anyway|anyways|though|however|because|since|while|whether|despite|only|' +
  'now|right now|today|nowadays|currently|these days|at present|at the moment|as of now|supposed to|meant to be|able|unable|possible|would|could|should|might|must|need to|needs to|have to|has to|going to';

const POINTING =
  'thing|things|stuff|something|anything|everything|nothing|one|ones|way|ways|point|points|matter|case|sense|idea|notion|issue|aspect|aspects|kinds?|sorts?|type|types|part|parts|role|' +
  "he|she|him|his|her|hers|they|their|theirs|them|i|my|im|i'm|you|your|we|our|it|its|this|that|these|those|there|here|then|such|same time|other hand|in particular|particular|" +
  'come|comes|came|go|goes|went|become|becomes|became|mean|means|meant|meaning|turn|turns|happen|happens|happened|take|takes|took|taken|bring|brings|brought|make|makes|made|making|do|does|did|done|doing|' +
  'being|been|using|used to|work|works|working|look|looks|looking|lead|leads|led|keep|keeps|kept|show|shows|shown|let|lets|try|tries|trying|reason|reasons|why|how|what|whatever|whichever|' +
  'up|down|off|over|out|into|onto|upon|about|around|toward|towards|through|without|within|among|between|against|per|via|all|both|each|every|either|neither|own|else|more|most|less|least|than|like|as';

export const ENGLISH_LIGHT = [ASKING, SAYING, HEDGES, POINTING]
  .flatMap((words) => words.split('|'))
  .sort((a, b) => b.length - a.length)
  .join('|');
