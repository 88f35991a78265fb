/** Words and phrases that mean the same where a user's line has one fixed answer; longer ones first within the list. */
export const synonyms: readonly (readonly string[])[] = `
  talk to | chat with | speak to | speak with | talk with
  tell me | let me know | explain to me | say
  I'd like to | I would like to | I want to | I wish to | I'd love to | I'm hoping to
  I'd like | I would like | I want | I could use
  can you | could you | would you | will you | are you able to
  how do I | how can I | how could I | how would I | how might I | how does one
  do you have | have you got | have you
  are you doing | are you feeling | have you been
  are there | do you have | can you name
  what kind of | what sort of | what type of | which kind of | which sort of
  kind of | sort of | type of
  what is | what's | whats
  who is | who's
  it is | it's
  I am | I'm | im
  do not | don't | dont
  cannot | can't | cant
  is it possible | is there a way | is it feasible
  a bit | a little | somewhat | slightly
  right now | now | at the moment | currently | these days | at present
  turn off | switch off | disable | deactivate
  turn on | switch on | enable | activate
  get rid of | delete | remove | erase
  give me | send me | hand me | offer me
  look at | see | view | inspect
  start over | start again | begin again | start afresh | start from scratch
  somebody | someone | anybody | anyone
  thank you | thanks | thank u | thx | many thanks
  thank you very much | thanks a lot | thank you so much | thanks so much
  good day | hello | greetings
  goodbye | bye | farewell | bye bye | so long
  see you | talk to you | catch you
  program | app | tool | software | application
  conversation | chat | session | discussion | dialogue
  machine | computer | PC | laptop | device
  answers | replies | responses
  answer | reply | response
  question | query
  show | display | present
  change | alter | modify | adjust
  choose | select | pick
  launch | start | begin
  remember | recall | keep in mind
  big | large | huge
  small | little | tiny
  funny | amusing | hilarious
  sad | unhappy | low | blue
  happy | glad | pleased | delighted
  tired | weary | sleepy | worn out | exhausted
  bored | so bored | totally bored
  awful | terrible | horrible | dreadful
  wonderful | fantastic | amazing | lovely
  great | awesome | super | excellent
  friend | buddy | pal | mate
  perhaps | maybe | possibly
  need | require
  smart | clever | bright | intelligent
  people | folks | persons
  made | created | built | developed
  makes | creates | builds | develops
  help | assist
  model | language model | chat model
  options | flags | switches | settings
  option | flag | switch | parameter | setting
  download | fetch
  internet | web | network
  wifi | wi-fi | internet connection
  private | confidential | secret
  wrong | mistaken | incorrect
  mistakes | errors | blunders
  trust | rely on | believe
  human being | human | person | real person
  really | truly | actually | honestly
  every time | always | each time
  quit | leave | exit
  text | words
  everything | all
  things | stuff
  know | have knowledge of
  love | adore | enjoy
  job | work
  abilities | skills | talents | strengths
  topics | subjects | areas
  origin | background | roots
  limit | cap | restrict
  smaller | shorter
  bigger | larger
  quickly | fast
  hide | suppress | leave out
`
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((word) => word.trim()));

/** They may stand nearly anywhere and change nothing. */
export const fillers: readonly string[] =
  "really,just,actually,please,maybe,kindly,now,then,again,perhaps,simply,though,well,anyway,btw,exactly,here,um,so".split(
    ",",
  );
