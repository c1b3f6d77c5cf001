#include "rules/narrow.h"
static const char *const row0[] = {"of", "the", "a", "an", "and", "or", "to", "in", "by", "with", "for", "on", "at", "as", "s", "from", "who", "its", "has", "due", "caused", NULL};
static const char *const row1[] = {"disease", "disorder", "syndrome", "condition", "illness", "infection", "infected", "positive", "positivity", "problem", "state", "diagnosis", "episode", "event", "patient", "virus", "viral", "system", "tract", "human", "type", NULL};
static const char *const row2[] = {"species", "spp", "bacteria", "bacterium", "organism", "pathogen", "virus", "human", "complex", "genus", "group", "infection", NULL};
static const char *const row3[] = {"gene", "minimum", "inhibitory", "antibody", "antibodies", "specific", "anti", "level", "concentration", "value", "count", "index", "rate", "number", "serum", "blood", "plasma", "total", "measurement", "measured", "test", "testing", "result", "ratio", "score", "status", "absolute", "mean", "average", "calculated", "estimated", "estimate", "current", "resting", "percent", "percentage", "per", "+", "%", "/", "1", "body", "performance", "cell", "time", "size", "status", "urine", "urinary", "fasting", NULL};
static const char *const row4[] = {"score", "scale", "index", "grade", "grading", "class", "stage", "staging", "status", "rating", "classification", "category", "questionnaire", "test", "assessment", "result", "value", "level", "total", "number", "criteria", "system", "performance", "functional", "clinical", "points", "item", "/", NULL};
static const char *const row5[] = {"score", "date", "status", "number", "time", "measured", "age", "grade", "level", NULL};
static const char *const row6[] = {"therapy", "treatment", "agent", "drug", "medication", "medicine", "use", "product", "based", "preparation", "formulation", "tablet", "supplement", "inhibitor", "regimen", "acid", "sodium", "hydrochloride", "sulfate", "acetate", "phosphate", "potassium", "calcium", "carbonate", "/", "receptor", "antibiotic", "administration", "infusion", "injection", NULL};
static const char *const row7[] = {"vaccine", "vaccination", "immunization", NULL};
static const char *const row8[] = {"procedure", "surgery", "surgical", "operation", "therapy", "treatment", "technique", "method", "intervention", "examination", "scan", "imaging", "test", "testing", "placement", "insertion", "program", "training", "study", "/", NULL};
static const char *const row9[] = {"device", "system", "therapy", "use", "implant", "implanted", "implantable", "implantation", NULL};
static const char *const row10[] = {"admission", "admitted", "visit", "stay", "care", "unit", "hospital", "hospitalized", "hospitalization", "treatment", "encounter", "department", "room", "appointment", "clinic", "patient", "monitoring", NULL};
static const char *const row11[] = {"informed", "written", "signed", "form", "sign", "give", "provide", "willing", "able", "participation", "participate", "legal", "willingness", NULL};
static const char *const row12[] = {"allergy", "any", "venom", "pollen", "dander", "human", "allergic", "hypersensitivity", "reaction", "product", "drug", "component", "agent", NULL};
static const char *const row13[] = {"use", "user", "status", "living", "current", "currently", "speaking", "speaks", "speak", "language", "able", "under", "access", "participation", "person", NULL};
static const char *const row14[] = {"2", NULL};
static const char *const row15[] = {"oxygen", NULL};
static const char *const row16[] = {"intra", NULL};
static const char *const row17[] = {"tablets", "capsules", "pills", NULL};
static const char *const row18[] = {"study", "protocol", "procedures", "comply", "instructions", "questionnaires", NULL};
static const char *const row19[] = {"intercourse", NULL};
static const char *const row20[] = {"heart", "failure", NULL};
static const char *const row21[] = {"N", NULL};
static const char *const row22[] = {"esophageal", NULL};
static const char *const row23[] = {"calcoaceticus", NULL};
static const char *const row24[] = {"baumannii", NULL};
static const char *const row25[] = {"vulgaris", NULL};
static const char *const row26[] = {"6", "7", "5", NULL};
static const char *const row27[] = {"military", "service", "member", NULL};
static const char *const row28[] = {"medical", NULL};
static const char *const row29[] = {"phase", NULL};
static const char *const row30[] = {"glaucoma", NULL};
static const char *const row31[] = {"acute", NULL};
static const char *const row32[] = {"decompensated", NULL};
static const char *const row33[] = {"/", "ARDS", NULL};
static const char *const row34[] = {"acute", NULL};
static const char *const row35[] = {"dipivoxil", NULL};
static const char *const row36[] = {"breast", NULL};
static const char *const row37[] = {"hyperactivity", NULL};
static const char *const row38[] = {"IV", "5", NULL};
static const char *const row39[] = {"skin", NULL};
static const char *const row40[] = {"T", NULL};
static const char *const row41[] = {"adverse", NULL};
static const char *const row42[] = {"ziv", NULL};
static const char *const row43[] = {"alfa", "beta", NULL};
static const char *const row44[] = {"years", "months", "weeks", "days", "chronological", "calendar", "patient", "enrollment", "screening", "baseline", "inclusion", "range", "postnatal", NULL};
static const char *const row45[] = {"psychomotor", NULL};
static const char *const row46[] = {"defining", NULL};
static const char *const row47[] = {"maximum", NULL};
static const char *const row48[] = {"KDIGO", NULL};
static const char *const row49[] = {"serum", NULL};
static const char *const row50[] = {"details", NULL};
static const char *const row51[] = {"chronic", NULL};
static const char *const row52[] = {"alcoholic", "standard", "week", "day", "alcohol", NULL};
static const char *const row53[] = {"daily", NULL};
static const char *const row54[] = {"acute", NULL};
static const char *const row55[] = {"screening", NULL};
static const char *const row56[] = {"alcohol", NULL};
static const char *const row57[] = {"modified", NULL};
static const char *const row58[] = {"tyrosine", "kinase", NULL};
static const char *const row59[] = {"specific", NULL};
static const char *const row60[] = {"substance", "known", "constitution", "diathesis", "predisposition", "disposition", NULL};
static const char *const row61[] = {"allergy", NULL};
static const char *const row62[] = {"screening", NULL};
static const char *const row63[] = {"hematopoietic", "stem", "cell", "bone", "marrow", NULL};
static const char *const row64[] = {"1", "adrenergic", NULL};
static const char *const row65[] = {"adrenergic", NULL};
static const char *const row66[] = {"R", NULL};
static const char *const row67[] = {"amino", "SGPT", NULL};
static const char *const row68[] = {"recombinant", NULL};
static const char *const row69[] = {"level", NULL};
static const char *const row70[] = {"alveolar", "residual", "subantral", NULL};
static const char *const row71[] = {"alveolar", "buccolingual", NULL};
static const char *const row72[] = {"dementia", NULL};
static const char *const row73[] = {"24", "hour", NULL};
static const char *const row74[] = {"amino", NULL};
static const char *const row75[] = {"amino", NULL};
static const char *const row76[] = {"6", "epsilon", NULL};
static const char *const row77[] = {"para", "4", NULL};
static const char *const row78[] = {"B", NULL};
static const char *const row79[] = {"limb", NULL};
static const char *const row80[] = {"scan", "beta", NULL};
static const char *const row81[] = {"androgenic", NULL};
static const char *const row82[] = {"anal", NULL};
static const char *const row83[] = {"associated", NULL};
static const char *const row84[] = {"alfa", NULL};
static const char *const row85[] = {"arterial", NULL};
static const char *const row86[] = {"pectoris", "chest", NULL};
static const char *const row87[] = {"percutaneous", "transluminal", NULL};
static const char *const row88[] = {"animal", NULL};
static const char *const row89[] = {"pressure", NULL};
static const char *const row90[] = {"systolic", NULL};
static const char *const row91[] = {"Lugano", NULL};
static const char *const row92[] = {"fetal", NULL};
static const char *const row93[] = {"rectum", NULL};
static const char *const row94[] = {"chemotherapy", NULL};
static const char *const row95[] = {"antibody", "monoclonal", NULL};
static const char *const row96[] = {"antibody", "monoclonal", NULL};
static const char *const row97[] = {"anti", "monoclonal", NULL};
static const char *const row98[] = {"antigen", "virus", NULL};
static const char *const row99[] = {"antigen", "virus", NULL};
static const char *const row100[] = {"factor", NULL};
static const char *const row101[] = {"blood", NULL};
static const char *const row102[] = {"H", "1", NULL};
static const char *const row103[] = {"lowering", NULL};
static const char *const row104[] = {"antibody", NULL};
static const char *const row105[] = {"aggregation", NULL};
static const char *const row106[] = {"highly", "active", "combination", NULL};
static const char *const row107[] = {"activity", "III", NULL};
static const char *const row108[] = {"III", NULL};
static const char *const row109[] = {"III", NULL};
static const char *const row110[] = {"any", "concomitant", "prescription", NULL};
static const char *const row111[] = {"aneurysm", "maximum", NULL};
static const char *const row112[] = {"aortic", NULL};
static const char *const row113[] = {"valve", "transaortic", "aortic", "transvalvular", "pressure", NULL};
static const char *const row114[] = {"peak", "valve", NULL};
static const char *const row115[] = {"valve", NULL};
static const char *const row116[] = {"valve", NULL};
static const char *const row117[] = {"II", NULL};
static const char *const row118[] = {"simplified", NULL};
static const char *const row119[] = {"100", NULL};
static const char *const row120[] = {"carrier", "ε", "e", "allele", NULL};
static const char *const row121[] = {"activated", NULL};
static const char *const row122[] = {"II", NULL};
static const char *const row123[] = {"angiotensin", NULL};
static const char *const row124[] = {"cardiac", NULL};
static const char *const row125[] = {"derivative", "combination", NULL};
static const char *const row126[] = {"arterial", "acidemia", NULL};
static const char *const row127[] = {"total", NULL};
static const char *const row128[] = {"physical", "PS", "risk", "ASA", NULL};
static const char *const row129[] = {"fluid", NULL};
static const char *const row130[] = {"10", "year", NULL};
static const char *const row131[] = {"CRP", NULL};
static const char *const row132[] = {"impairment", NULL};
static const char *const row133[] = {"L", NULL};
static const char *const row134[] = {"Cardio", NULL};
static const char *const row135[] = {"child", "minor", "pediatric", NULL};
static const char *const row136[] = {"facility", NULL};
static const char *const row137[] = {"SGOT", NULL};
static const char *const row138[] = {"bronchiale", "bronchial", NULL};
static const char *const row139[] = {"acute", NULL};
static const char *const row140[] = {"corneal", "refractive", NULL};
static const char *const row141[] = {"cardiovascular", "vascular", NULL};
static const char *const row142[] = {"systemic", NULL};
static const char *const row143[] = {"idiopathic", NULL};
static const char *const row144[] = {"bacterial", NULL};
static const char *const row145[] = {"pathogens", NULL};
static const char *const row146[] = {"spectrum", NULL};
static const char *const row147[] = {"hematopoietic", "stem", "cell", NULL};
static const char *const row148[] = {"blood", NULL};
static const char *const row149[] = {"eye", "ocular", NULL};
static const char *const row150[] = {"lymph", "node", NULL};
static const char *const row151[] = {"sentence", NULL};
static const char *const row152[] = {"antifungal", NULL};
static const char *const row153[] = {"intrathecal", NULL};
static const char *const row154[] = {"infectious", NULL};
static const char *const row155[] = {"marboxil", NULL};
static const char *const row156[] = {"neutrophil", "form", "immature", "shaped", NULL};
static const char *const row157[] = {"modified", "ADL", NULL};
static const char *const row158[] = {"skin", "cutaneous", NULL};
static const char *const row159[] = {"arterial", NULL};
static const char *const row160[] = {"fusion", "transcript", NULL};
static const char *const row161[] = {"tyrosine", "kinase", NULL};
static const char *const row162[] = {"sting", "honey", NULL};
static const char *const row163[] = {"G", NULL};
static const char *const row164[] = {"derivative", NULL};
static const char *const row165[] = {"mesylate", NULL};
static const char *const row166[] = {"best", "distance", "spectacle", NULL};
static const char *const row167[] = {"2", "adrenergic", NULL};
static const char *const row168[] = {"adrenergic", NULL};
static const char *const row169[] = {"3", NULL};
static const char *const row170[] = {"antibiotic", NULL};
static const char *const row171[] = {"arterial", "standard", NULL};
static const char *const row172[] = {"bilateral", NULL};
static const char *const row173[] = {"T", NULL};
static const char *const row174[] = {"heart", NULL};
static const char *const row175[] = {"tissue", NULL};
static const char *const row176[] = {"affective", NULL};
static const char *const row177[] = {"estimated", NULL};
static const char *const row178[] = {"modified", NULL};
static const char *const row179[] = {"subsalicylate", "subcitrate", NULL};
static const char *const row180[] = {"maximum", "functional", NULL};
static const char *const row181[] = {"peripheral", NULL};
static const char *const row182[] = {"bone", "marrow", "leukemic", NULL};
static const char *const row183[] = {"full", "mouth", NULL};
static const char *const row184[] = {"Ivy", NULL};
static const char *const row185[] = {"bacterial", NULL};
static const char *const row186[] = {"specimen", "venous", NULL};
static const char *const row187[] = {"ABO", NULL};
static const char *const row188[] = {"office", "sitting", "seated", "clinic", "supine", "systolic", "diastolic", NULL};
static const char *const row189[] = {"blood", "product", NULL};
static const char *const row190[] = {"mineral", "bone", "density", "BMD", "DXA", "DEXA", "lumbar", "spine", "femoral", "neck", "hip", NULL};
static const char *const row191[] = {"mineral", NULL};
static const char *const row192[] = {"age", NULL};
static const char *const row193[] = {"age", NULL};
static const char *const row194[] = {"coronary", NULL};
static const char *const row195[] = {"peripheral", NULL};
static const char *const row196[] = {"radiographic", "alveolar", "marginal", NULL};
static const char *const row197[] = {"bone", NULL};
static const char *const row198[] = {"anti", NULL};
static const char *const row199[] = {"dyspnea", "modified", NULL};
static const char *const row200[] = {"Borg", NULL};
static const char *const row201[] = {"type", NULL};
static const char *const row202[] = {"week", "frequency", NULL};
static const char *const row203[] = {"benign", NULL};
static const char *const row204[] = {"mutation", NULL};
static const char *const row205[] = {"organic", NULL};
static const char *const row206[] = {"focal", NULL};
static const char *const row207[] = {"2", "deleterious", "BRCA", NULL};
static const char *const row208[] = {"BI", "RADS", "ACR", NULL};
static const char *const row209[] = {"breast", NULL};
static const char *const row210[] = {"thickness", "depth", NULL};
static const char *const row211[] = {"acute", NULL};
static const char *const row212[] = {"fiberoptic", "flexible", NULL};
static const char *const row213[] = {"recovery", NULL};
static const char *const row214[] = {"area", "BSA", NULL};
static const char *const row215[] = {"nervosa", NULL};
static const char *const row216[] = {"bullous", NULL};
static const char *const row217[] = {"injury", "thermal", NULL};
static const char *const row218[] = {"esterase", NULL};
static const char *const row219[] = {"stool", NULL};
static const char *const row220[] = {"grafting", "graft", "artery", NULL};
static const char *const row221[] = {"length", NULL};
static const char *const row222[] = {"channel", NULL};
static const char *const row223[] = {"albumin", NULL};
static const char *const row224[] = {"2", NULL};
static const char *const row225[] = {"supplementation", NULL};
static const char *const row226[] = {"2", NULL};
static const char *const row227[] = {"cancer", NULL};
static const char *const row228[] = {"related", NULL};
static const char *const row229[] = {"cancer", "tumor", "disease", "TNM", "pathological", "group", "pathologic", "AJCC", "grouping", "overall", NULL};
static const char *const row230[] = {"therapeutic", NULL};
static const char *const row231[] = {"smoking", NULL};
static const char *const row232[] = {"risk", NULL};
static const char *const row233[] = {"video", NULL};
static const char *const row234[] = {"Nd", NULL};
static const char *const row235[] = {"cell", NULL};
static const char *const row236[] = {"cell", NULL};
static const char *const row237[] = {"gram", "negative", NULL};
static const char *const row238[] = {"tumor", NULL};
static const char *const row239[] = {"sudden", NULL};
static const char *const row240[] = {"glycoside", NULL};
static const char *const row241[] = {"left", "ventricular", "output", NULL};
static const char *const row242[] = {"left", "ventricular", NULL};
static const char *const row243[] = {"cardiac", NULL};
static const char *const row244[] = {"cardiovascular", "disease", NULL};
static const char *const row245[] = {"reliable", "available", "informal", "family", "availability", "primary", NULL};
static const char *const row246[] = {"carotid", NULL};
static const char *const row247[] = {"artery", NULL};
static const char *const row248[] = {"artery", NULL};
static const char *const row249[] = {"support", NULL};
static const char *const row250[] = {"associated", "bloodstream", NULL};
static const char *const row251[] = {"underlying", NULL};
static const char *const row252[] = {"carious", NULL};
static const char *const row253[] = {"complete", "full", NULL};
static const char *const row254[] = {"angina", NULL};
static const char *const row255[] = {"antibody", NULL};
static const char *const row256[] = {"B", NULL};
static const char *const row257[] = {"kg", NULL};
static const char *const row258[] = {"T", NULL};
static const char *const row259[] = {"lymphocyte", "T", "4", NULL};
static const char *const row260[] = {"T", NULL};
static const char *const row261[] = {"T", NULL};
static const char *const row262[] = {"2", NULL};
static const char *const row263[] = {"global", "GS", NULL};
static const char *const row264[] = {"fosamil", NULL};
static const char *const row265[] = {"axetil", NULL};
static const char *const row266[] = {"sprue", "sensitive", NULL};
static const char *const row267[] = {"based", NULL};
static const char *const row268[] = {"central", "thinnest", NULL};
static const char *const row269[] = {"central", NULL};
static const char *const row270[] = {"cervical", NULL};
static const char *const row271[] = {"infantile", NULL};
static const char *const row272[] = {"sinus", NULL};
static const char *const row273[] = {"pegol", NULL};
static const char *const row274[] = {"uterine", NULL};
static const char *const row275[] = {"uterine", NULL};
static const char *const row276[] = {"os", NULL};
static const char *const row277[] = {"spinal", NULL};
static const char *const row278[] = {"transvaginal", NULL};
static const char *const row279[] = {"spinal", NULL};
static const char *const row280[] = {"section", "delivery", NULL};
static const char *const row281[] = {"pulmonary", NULL};
static const char *const row282[] = {"mutation", NULL};
static const char *const row283[] = {"severity", NULL};
static const char *const row284[] = {"comorbidity", NULL};
static const char *const row285[] = {"routine", NULL};
static const char *const row286[] = {"cytotoxic", "anticancer", "antineoplastic", NULL};
static const char *const row287[] = {"drainage", NULL};
static const char *const row288[] = {"plain", NULL};
static const char *const row289[] = {"Arnold", NULL};
static const char *const row290[] = {"fever", NULL};
static const char *const row291[] = {"pugh", "Turcotte", "liver", "function", "cirrhosis", NULL};
static const char *const row292[] = {"woman", "women", "females", "female", NULL};
static const char *const row293[] = {"trachomatis", NULL};
static const char *const row294[] = {"trachomatis", NULL};
static const char *const row295[] = {"pneumoniae", NULL};
static const char *const row296[] = {"Chinese", NULL};
static const char *const row297[] = {"common", NULL};
static const char *const row298[] = {"vibrio", NULL};
static const char *const row299[] = {"T", NULL};
static const char *const row300[] = {"medical", NULL};
static const char *const row301[] = {"ME", "/", NULL};
static const char *const row302[] = {"congestive", NULL};
static const char *const row303[] = {"/", "SLL", NULL};
static const char *const row304[] = {"pipe", "smoker", "smoking", NULL};
static const char *const row305[] = {"day", "daily", "smoked", "consumption", NULL};
static const char *const row306[] = {"male", NULL};
static const char *const row307[] = {"liver", "hepatic", NULL};
static const char *const row308[] = {"Ar", NULL};
static const char *const row309[] = {"mass", NULL};
static const char *const row310[] = {"KDIGO", NULL};
static const char *const row311[] = {"stage", NULL};
static const char *const row312[] = {"stage", NULL};
static const char *const row313[] = {"stage", NULL};
static const char *const row314[] = {"stage", NULL};
static const char *const row315[] = {"stage", NULL};
static const char *const row316[] = {"symptoms", NULL};
static const char *const row317[] = {"clinical", "interdental", NULL};
static const char *const row318[] = {"toxigenic", NULL};
static const char *const row319[] = {"diarrhea", "colitis", NULL};
static const char *const row320[] = {"blood", NULL};
static const char *const row321[] = {"angle", NULL};
static const char *const row322[] = {"crack", NULL};
static const char *const row323[] = {"day", "daily", NULL};
static const char *const row324[] = {"pill", NULL};
static const char *const row325[] = {"acute", NULL};
static const char *const row326[] = {"C", "5", NULL};
static const char *const row327[] = {"week", NULL};
static const char *const row328[] = {"cerebral", NULL};
static const char *const row329[] = {"use", NULL};
static const char *const row330[] = {"cardiac", NULL};
static const char *const row331[] = {"congenital", NULL};
static const char *const row332[] = {"congenital", NULL};
static const char *const row333[] = {"vascular", NULL};
static const char *const row334[] = {"give", "informed", "provide", "full", NULL};
static const char *const row335[] = {"wear", "wearer", NULL};
static const char *const row336[] = {"measure", "effective", "adequate", "reliable", "acceptable", "medically", "precaution", NULL};
static const char *const row337[] = {"subdermal", NULL};
static const char *const row338[] = {"contraceptive", "hormonal", NULL};
static const char *const row339[] = {"media", "medium", "dye", "radiographic", NULL};
static const char *const row340[] = {"acute", NULL};
static const char *const row341[] = {"umbilical", NULL};
static const char *const row342[] = {"needle", NULL};
static const char *const row343[] = {"artery", NULL};
static const char *const row344[] = {"artery", "heart", NULL};
static const char *const row345[] = {"artery", "coronary", NULL};
static const char *const row346[] = {"artery", NULL};
static const char *const row347[] = {"glucose", NULL};
static const char *const row348[] = {"dose", NULL};
static const char *const row349[] = {"basal", NULL};
static const char *const row350[] = {"salivary", "saliva", NULL};
static const char *const row351[] = {"interview", NULL};
static const char *const row352[] = {"19", NULL};
static const char *const row353[] = {"BioNTech", NULL};
static const char *const row354[] = {"nCoV", "19", NULL};
static const char *const row355[] = {"COVID", "19", NULL};
static const char *const row356[] = {"subunit", NULL};
static const char *const row357[] = {"adenovirus", NULL};
static const char *const row358[] = {"19", "2019", NULL};
static const char *const row359[] = {"novel", NULL};
static const char *const row360[] = {"rapid", NULL};
static const char *const row361[] = {"close", NULL};
static const char *const row362[] = {"anti", NULL};
static const char *const row363[] = {"RT", "19", "real", "nasopharyngeal", "rRT", "nucleic", "acid", NULL};
static const char *const row364[] = {"cow", NULL};
static const char *const row365[] = {"selective", NULL};
static const char *const row366[] = {"ventilation", NULL};
static const char *const row367[] = {"cardiopulmonary", NULL};
static const char *const row368[] = {"baumannii", NULL};
static const char *const row369[] = {"baseline", NULL};
static const char *const row370[] = {"creatinine", "endogenous", "Cockcroft", "Gault", "24", "hour", "renal", "actual", "formula", "equation", "method", NULL};
static const char *const row371[] = {"EL", NULL};
static const char *const row372[] = {"cytotoxic", "T", "flow", NULL};
static const char *const row373[] = {"aeruginosa", NULL};
static const char *const row374[] = {"cardiac", NULL};
static const char *const row375[] = {"transbronchial", "lung", NULL};
static const char *const row376[] = {"solution", NULL};
static const char *const row377[] = {"synthetic", NULL};
static const char *const row378[] = {"white", NULL};
static const char *const row379[] = {"axial", NULL};
static const char *const row380[] = {"NCI", "Common", "Terminology", NULL};
static const char *const row381[] = {"antibody", NULL};
static const char *const row382[] = {"vertical", NULL};
static const char *const row383[] = {"active", "cigarette", "tobacco", "cigarettes", "regular", "habitual", NULL};
static const char *const row384[] = {"pituitary", "dependent", NULL};
static const char *const row385[] = {"erythematosus", NULL};
static const char *const row386[] = {"malignant", NULL};
static const char *const row387[] = {"venovenous", NULL};
static const char *const row388[] = {"congenital", NULL};
static const char *const row389[] = {"strong", NULL};
static const char *const row390[] = {"strong", NULL};
static const char *const row391[] = {"strong", NULL};
static const char *const row392[] = {"strong", NULL};
static const char *const row393[] = {"4", NULL};
static const char *const row394[] = {"4", NULL};
static const char *const row395[] = {"4", NULL};
static const char *const row396[] = {"4", NULL};
static const char *const row397[] = {"4", NULL};
static const char *const row398[] = {"4", NULL};
static const char *const row399[] = {"degradation", "fibrin", NULL};
static const char *const row400[] = {"etexilate", NULL};
static const char *const row401[] = {"alfa", NULL};
static const char *const row402[] = {"28", "joints", NULL};
static const char *const row403[] = {"10", NULL};
static const char *const row404[] = {"case", "same", NULL};
static const char *const row405[] = {"deep", NULL};
static const char *const row406[] = {"breast", NULL};
static const char *const row407[] = {"wound", NULL};
static const char *const row408[] = {"nasal", NULL};
static const char *const row409[] = {"cardiac", NULL};
static const char *const row410[] = {"mite", "folliculorum", NULL};
static const char *const row411[] = {"fever", NULL};
static const char *const row412[] = {"dental", "tooth", NULL};
static const char *const row413[] = {"dental", NULL};
static const char *const row414[] = {"clinical", "symptom", NULL};
static const char *const row415[] = {"injection", NULL};
static const char *const row416[] = {"eczematous", NULL};
static const char *const row417[] = {"topical", "skin", NULL};
static const char *const row418[] = {"coronary", NULL};
static const char *const row419[] = {"membranous", NULL};
static const char *const row420[] = {"developmental", NULL};
static const char *const row421[] = {"sulfate", NULL};
static const char *const row422[] = {"mellitus", NULL};
static const char *const row423[] = {"mellitus", "/", "(", ")", NULL};
static const char *const row424[] = {"foot", NULL};
static const char *const row425[] = {"diagnostic", NULL};
static const char *const row426[] = {"renal", "kidney", NULL};
static const char *const row427[] = {"vascular", NULL};
static const char *const row428[] = {"BP", "pressure", "arterial", "office", "seated", "sitting", NULL};
static const char *const row429[] = {"dietary", "nutritional", "food", "micronutrient", "OTC", "vitamin", NULL};
static const char *const row430[] = {"anticipated", NULL};
static const char *const row431[] = {"channel", "blocker", NULL};
static const char *const row432[] = {"direct", NULL};
static const char *const row433[] = {"direct", NULL};
static const char *const row434[] = {"erythematosus", NULL};
static const char *const row435[] = {"medical", "health", "comorbid", "underlying", "concomitant", "intercurrent", "physical", "general", "coexisting", NULL};
static const char *const row436[] = {"joint", NULL};
static const char *const row437[] = {"maneuver", NULL};
static const char *const row438[] = {"carbon", "monoxide", "lung", "predicted", NULL};
static const char *const row439[] = {"disease", "modifying", NULL};
static const char *const row440[] = {"order", NULL};
static const char *const row441[] = {"order", NULL};
static const char *const row442[] = {"acting", NULL};
static const char *const row443[] = {"HLA", NULL};
static const char *const row444[] = {"color", NULL};
static const char *const row445[] = {"hyclate", "monohydrate", NULL};
static const char *const row446[] = {"delta", "9", NULL};
static const char *const row447[] = {"near", NULL};
static const char *const row448[] = {"illicit", NULL};
static const char *const row449[] = {"chemical", NULL};
static const char *const row450[] = {"drug", "antibiotic", NULL};
static const char *const row451[] = {"bacterial", "drug", NULL};
static const char *const row452[] = {"abuse", "drug", NULL};
static const char *const row453[] = {"acellular", NULL};
static const char *const row454[] = {"accidental", "inadvertent", NULL};
static const char *const row455[] = {"house", NULL};
static const char *const row456[] = {"neonatal", NULL};
static const char *const row457[] = {"VCA", NULL};
static const char *const row458[] = {"cardiac", "2", "D", "two", "dimensional", NULL};
static const char *const row459[] = {"PS", "World", "Health", "Organization", "GOG", NULL};
static const char *const row460[] = {"affected", NULL};
static const char *const row461[] = {"affected", NULL};
static const char *const row462[] = {"affected", NULL};
static const char *const row463[] = {"affected", NULL};
static const char *const row464[] = {"disodium", NULL};
static const char *const row465[] = {"Kurtzke", NULL};
static const char *const row466[] = {"highest", NULL};
static const char *const row467[] = {"formal", NULL};
static const char *const row468[] = {"e", NULL};
static const char *const row469[] = {"eGFR", NULL};
static const char *const row470[] = {"eGFR", NULL};
static const char *const row471[] = {"positive", NULL};
static const char *const row472[] = {"cardiac", NULL};
static const char *const row473[] = {"presentation", NULL};
static const char *const row474[] = {"pulmonary", NULL};
static const char *const row475[] = {"gainful", "paid", NULL};
static const char *const row476[] = {"pleural", "thoracis", NULL};
static const char *const row477[] = {"healthcare", "medical", NULL};
static const char *const row478[] = {"cancer", NULL};
static const char *const row479[] = {"double", "layer", NULL};
static const char *const row480[] = {"ovarian", NULL};
static const char *const row481[] = {"r", NULL};
static const char *const row482[] = {"corneal", NULL};
static const char *const row483[] = {"bowel", "rectal", NULL};
static const char *const row484[] = {"vedotin", NULL};
static const char *const row485[] = {"enteral", "gastric", NULL};
static const char *const row486[] = {"allergens", NULL};
static const char *const row487[] = {"peripheral", NULL};
static const char *const row488[] = {"postnatal", NULL};
static const char *const row489[] = {"anesthesia", "analgesia", "catheter", "block", NULL};
static const char *const row490[] = {"resective", NULL};
static const char *const row491[] = {"alfa", NULL};
static const char *const row492[] = {"sleepiness", NULL};
static const char *const row493[] = {"5", "L", NULL};
static const char *const row494[] = {"expression", "positive", NULL};
static const char *const row495[] = {"alkaloid", "derivative", NULL};
static const char *const row496[] = {"producing", "Enterobacterales", "Enterobacteriaceae", NULL};
static const char *const row497[] = {"erythrocyte", NULL};
static const char *const row498[] = {"oestradiol", "17", "beta", NULL};
static const char *const row499[] = {"valerate", NULL};
static const char *const row500[] = {"extracorporeal", NULL};
static const char *const row501[] = {"letters", "BCVA", "early", "treatment", "diabetic", "retinopathy", "study", NULL};
static const char *const row502[] = {"Fe", NULL};
static const char *const row503[] = {"Hispanic", "Latino", NULL};
static const char *const row504[] = {"Latino", "ethnicity", NULL};
static const char *const row505[] = {"II", NULL};
static const char *const row506[] = {"aortic", NULL};
static const char *const row507[] = {"pharmaceutical", NULL};
static const char *const row508[] = {"stress", NULL};
static const char *const row509[] = {"tolerance", NULL};
static const char *const row510[] = {"exhaled", "expired", "breath", "air", "alveolar", NULL};
static const char *const row511[] = {"exocrine", NULL};
static const char *const row512[] = {"bony", NULL};
static const char *const row513[] = {"estimated", NULL};
static const char *const row514[] = {"beam", NULL};
static const char *const row515[] = {"organic", NULL};
static const char *const row516[] = {"Anderson", NULL};
static const char *const row517[] = {"nerve", NULL};
static const char *const row518[] = {"Fatigue", "F", NULL};
static const char *const row519[] = {"activity", "coagulation", "C", NULL};
static const char *const row520[] = {"recombinant", NULL};
static const char *const row521[] = {"C", "activity", "coagulation", "coagulant", NULL};
static const char *const row522[] = {"titer", NULL};
static const char *const row523[] = {"direct", NULL};
static const char *const row524[] = {"nicotine", "dependence", "cigarette", NULL};
static const char *const row525[] = {"plasmodium", NULL};
static const char *const row526[] = {"venous", "capillary", NULL};
static const char *const row527[] = {"state", NULL};
static const char *const row528[] = {"18", "F", NULL};
static const char *const row529[] = {"18", "F", NULL};
static const char *const row530[] = {"fecal", "stool", NULL};
static const char *const row531[] = {"enteral", "gastric", NULL};
static const char *const row532[] = {"sex", "gender", NULL};
static const char *const row533[] = {"fractional", "fraction", NULL};
static const char *const row534[] = {"modified", NULL};
static const char *const row535[] = {"functional", NULL};
static const char *const row536[] = {"congenital", NULL};
static const char *const row537[] = {"fetal", NULL};
static const char *const row538[] = {"second", NULL};
static const char *const row539[] = {"pred", NULL};
static const char *const row540[] = {"positive", NULL};
static const char *const row541[] = {"uterine", NULL};
static const char *const row542[] = {"primary", NULL};
static const char *const row543[] = {"Arlet", NULL};
static const char *const row544[] = {"2009", NULL};
static const char *const row545[] = {"fraction", "inspiratory", "inhaled", "inspiration", "fractional", "requirement", NULL};
static const char *const row546[] = {"pit", NULL};
static const char *const row547[] = {"immunochemical", NULL};
static const char *const row548[] = {"Fitzpatrick", "phototype", "skin", "type", NULL};
static const char *const row549[] = {"involved", "uninvolved", NULL};
static const char *const row550[] = {"mutation", NULL};
static const char *const row551[] = {"5", NULL};
static const char *const row552[] = {"18", "F", NULL};
static const char *const row553[] = {"cumulative", "net", NULL};
static const char *const row554[] = {"5", NULL};
static const char *const row555[] = {"propionate", "furoate", NULL};
static const char *const row556[] = {"atrial", NULL};
static const char *const row557[] = {"microbiota", NULL};
static const char *const row558[] = {"biopsy", "cytology", NULL};
static const char *const row559[] = {"photocoagulation", NULL};
static const char *const row560[] = {"dominant", "leading", "largest", NULL};
static const char *const row561[] = {"cigarette", NULL};
static const char *const row562[] = {"trometamol", "tromethamine", NULL};
static const char *const row563[] = {"bone", NULL};
static const char *const row564[] = {"risk", NULL};
static const char *const row565[] = {"FAI", NULL};
static const char *const row566[] = {"reconstruction", NULL};
static const char *const row567[] = {"shoulder", NULL};
static const char *const row568[] = {"forced", NULL};
static const char *const row569[] = {"activity", NULL};
static const char *const row570[] = {"geriatric", NULL};
static const char *const row571[] = {"granulocyte", "support", NULL};
static const char *const row572[] = {"65", NULL};
static const char *const row573[] = {"contrast", "based", NULL};
static const char *const row574[] = {"contrast", "medium", NULL};
static const char *const row575[] = {"usual", "comfortable", "self", "selected", "preferred", NULL};
static const char *const row576[] = {"Aspergillus", NULL};
static const char *const row577[] = {"internet", NULL};
static const char *const row578[] = {"type", NULL};
static const char *const row579[] = {"tube", NULL};
static const char *const row580[] = {"coma", NULL};
static const char *const row581[] = {"opening", NULL};
static const char *const row582[] = {"response", NULL};
static const char *const row583[] = {"transfer", "modified", NULL};
static const char *const row584[] = {"under", NULL};
static const char *const row585[] = {"acuminatum", "acuminata", NULL};
static const char *const row586[] = {"congenital", NULL};
static const char *const row587[] = {"weeks", "birth", "delivery", NULL};
static const char *const row588[] = {"mellitus", NULL};
static const char *const row589[] = {"gestational", NULL};
static const char *const row590[] = {"gamma", NULL};
static const char *const row591[] = {"gastrointestinal", "GI", NULL};
static const char *const row592[] = {"lamblia", "duodenalis", NULL};
static const char *const row593[] = {"Löe", "Silness", NULL};
static const char *const row594[] = {"depth", NULL};
static const char *const row595[] = {"biloba", NULL};
static const char *const row596[] = {"red", "Panax", "extract", NULL};
static const char *const row597[] = {"sum", "biopsy", NULL};
static const char *const row598[] = {"multiforme", NULL};
static const char *const row599[] = {"R", NULL};
static const char *const row600[] = {"left", "ventricular", NULL};
static const char *const row601[] = {"venous", "finger", "stick", NULL};
static const char *const row602[] = {"L", NULL};
static const char *const row603[] = {"spirometric", "COPD", NULL};
static const char *const row604[] = {"neisseria", NULL};
static const char *const row605[] = {"Neisseria", NULL};
static const char *const row606[] = {"risk", NULL};
static const char *const row607[] = {"bacterial", NULL};
static const char *const row608[] = {"bacterial", "bacteria", NULL};
static const char *const row609[] = {"consumption", "juice", "containing", "products", NULL};
static const char *const row610[] = {"strength", "hand", NULL};
static const char *const row611[] = {"beta", "hemolytic", NULL};
static const char *const row612[] = {"beta", "hemolytic", NULL};
static const char *const row613[] = {"legal", "measure", NULL};
static const char *const row614[] = {"demyelinating", NULL};
static const char *const row615[] = {"type", "Anderson", NULL};
static const char *const row616[] = {"histamine", NULL};
static const char *const row617[] = {"13", "C", "breath", NULL};
static const char *const row618[] = {"ischemic", NULL};
static const char *const row619[] = {"subscale", NULL};
static const char *const row620[] = {"subscale", NULL};
static const char *const row621[] = {"17", NULL};
static const char *const row622[] = {"disability", "DI", NULL};
static const char *const row623[] = {"hemoglobin", "glycated", "glycosylated", "Hb", "Hgb", NULL};
static const char *const row624[] = {"surface", "virus", NULL};
static const char *const row625[] = {"virus", "titer", NULL};
static const char *const row626[] = {"beta", NULL};
static const char *const row627[] = {"virus", NULL};
static const char *const row628[] = {"hepatitis", "C", "HCV", NULL};
static const char *const row629[] = {"virus", NULL};
static const char *const row630[] = {"cholesterol", "C", NULL};
static const char *const row631[] = {"hepatitis", NULL};
static const char *const row632[] = {"head", NULL};
static const char *const row633[] = {"monthly", "month", NULL};
static const char *const row634[] = {"risks", NULL};
static const char *const row635[] = {"coverage", "covered", "system", "plan", "national", "member", "scheme", NULL};
static const char *const row636[] = {"general", "volunteer", "subject", "generally", "individual", "participant", "adult", "overall", "control", "physical", "apparently", NULL};
static const char *const row637[] = {"organic", NULL};
static const char *const row638[] = {"muscle", "cardiac", NULL};
static const char *const row639[] = {"chronic", NULL};
static const char *const row640[] = {"tobacco", "cigarette", NULL};
static const char *const row641[] = {"pathway", NULL};
static const char *const row642[] = {"standing", NULL};
static const char *const row643[] = {"z", NULL};
static const char *const row644[] = {"tumor", NULL};
static const char *const row645[] = {"hematopoietic", "haemopoietic", "blood", NULL};
static const char *const row646[] = {"patient", NULL};
static const char *const row647[] = {"baseline", "preoperative", "venous", "content", NULL};
static const char *const row648[] = {"unfractionated", NULL};
static const char *const row649[] = {"hepatic", NULL};
static const char *const row650[] = {"neu", "overexpression", "expression", "amplification", "positive", "positivity", "c", NULL};
static const char *const row651[] = {"medicinal", NULL};
static const char *const row652[] = {"abdominal", NULL};
static const char *const row653[] = {"herpes", NULL};
static const char *const row654[] = {"IgM", NULL};
static const char *const row655[] = {"oxygen", "cannula", "nasal", NULL};
static const char *const row656[] = {"high", "frequency", "ventilation", NULL};
static const char *const row657[] = {"high", NULL};
static const char *const row658[] = {"cervical", "higher", "above", NULL};
static const char *const row659[] = {"anal", NULL};
static const char *const row660[] = {"received", NULL};
static const char *const row661[] = {"joint", NULL};
static const char *const row662[] = {"hip", NULL};
static const char *const row663[] = {"seropositive", "1", "/", "2", "people", "living", "AIDS", "seropositivity", NULL};
static const char *const row664[] = {"2", "antigen", "serologic", "rapid", NULL};
static const char *const row665[] = {"RNA", NULL};
static const char *const row666[] = {"antigen", NULL};
static const char *const row667[] = {"modified", "disability", NULL};
static const char *const row668[] = {"monitoring", "monitor", NULL};
static const char *const row669[] = {"IR", "insulin", "resistance", NULL};
static const char *const row670[] = {"supplemental", NULL};
static const char *const row671[] = {"ideation", NULL};
static const char *const row672[] = {"method", NULL};
static const char *const row673[] = {"contraceptive", NULL};
static const char *const row674[] = {"hormone", "releasing", NULL};
static const char *const row675[] = {"enrollment", "receiving", NULL};
static const char *const row676[] = {"/", "VABP", NULL};
static const char *const row677[] = {"/", "VAP", NULL};
static const char *const row678[] = {"date", NULL};
static const char *const row679[] = {"total", NULL};
static const char *const row680[] = {"chest", NULL};
static const char *const row681[] = {"I", "II", NULL};
static const char *const row682[] = {"cell", NULL};
static const char *const row683[] = {"chorea", NULL};
static const char *const row684[] = {"caproate", NULL};
static const char *const row685[] = {"α", NULL};
static const char *const row686[] = {"systemic", "arterial", NULL};
static const char *const row687[] = {"serum", NULL};
static const char *const row688[] = {"joint", NULL};
static const char *const row689[] = {"arterial", NULL};
static const char *const row690[] = {"muscle", NULL};
static const char *const row691[] = {"arterial", NULL};
static const char *const row692[] = {"ischemic", NULL};
static const char *const row693[] = {"Lawton", NULL};
static const char *const row694[] = {"cardioverter", "cardiac", "internal", "automatic", NULL};
static const char *const row695[] = {"cardioverter", NULL};
static const char *const row696[] = {"II", "code", NULL};
static const char *const row697[] = {"vulgaris", NULL};
static const char *const row698[] = {"selective", NULL};
static const char *const row699[] = {"static", NULL};
static const char *const row700[] = {"dander", "Ab", NULL};
static const char *const row701[] = {"herbarum", "Ab", NULL};
static const char *const row702[] = {"Ab", NULL};
static const char *const row703[] = {"common", "Ab", "short", NULL};
static const char *const row704[] = {"cow", "Ab", NULL};
static const char *const row705[] = {"white", "Ab", NULL};
static const char *const row706[] = {"Ab", "venom", NULL};
static const char *const row707[] = {"house", "Ab", "American", NULL};
static const char *const row708[] = {"Ab", NULL};
static const char *const row709[] = {"Ab", NULL};
static const char *const row710[] = {"Ab", NULL};
static const char *const row711[] = {"Ab", NULL};
static const char *const row712[] = {"Ab", NULL};
static const char *const row713[] = {"Ab", NULL};
static const char *const row714[] = {"Ab", NULL};
static const char *const row715[] = {"Gold", "TB", NULL};
static const char *const row716[] = {"IL", "23", "12", NULL};
static const char *const row717[] = {"paralytic", NULL};
static const char *const row718[] = {"illegal", "recreational", NULL};
static const char *const row719[] = {"medical", "diagnostic", "radiographic", "radiologic", "radiological", NULL};
static const char *const row720[] = {"white", NULL};
static const char *const row721[] = {"mediated", NULL};
static const char *const row722[] = {"immune", NULL};
static const char *const row723[] = {"medical", NULL};
static const char *const row724[] = {"venous", NULL};
static const char *const row725[] = {"clinical", "demographic", NULL};
static const char *const row726[] = {"day", NULL};
static const char *const row727[] = {"stress", NULL};
static const char *const row728[] = {"urinary", NULL};
static const char *const row729[] = {"core", "ischemic", NULL};
static const char *const row730[] = {"infectious", NULL};
static const char *const row731[] = {"local", NULL};
static const char *const row732[] = {"idiopathic", NULL};
static const char *const row733[] = {"virus", NULL};
static const char *const row734[] = {"virus", NULL};
static const char *const row735[] = {"influenza", NULL};
static const char *const row736[] = {"antigen", "rapid", "RT", "diagnostic", NULL};
static const char *const row737[] = {"seasonal", NULL};
static const char *const row738[] = {"attenuated", NULL};
static const char *const row739[] = {"B", NULL};
static const char *const row740[] = {"medical", NULL};
static const char *const row741[] = {"voluntary", NULL};
static const char *const row742[] = {"allergens", NULL};
static const char *const row743[] = {"smoke", NULL};
static const char *const row744[] = {"people", NULL};
static const char *const row745[] = {"traumatic", "physical", "bodily", NULL};
static const char *const row746[] = {"myo", NULL};
static const char *const row747[] = {"positive", NULL};
static const char *const row748[] = {"PT", "prothrombin", NULL};
static const char *const row749[] = {"sting", NULL};
static const char *const row750[] = {"exogenous", NULL};
static const char *const row751[] = {"daily", NULL};
static const char *const row752[] = {"human", NULL};
static const char *const row753[] = {"amniotic", NULL};
static const char *const row754[] = {"strand", "transfer", NULL};
static const char *const row755[] = {"1", "b", NULL};
static const char *const row756[] = {"profile", NULL};
static const char *const row757[] = {"clean", NULL};
static const char *const row758[] = {"intermittent", NULL};
static const char *const row759[] = {"Young", NULL};
static const char *const row760[] = {"locally", "acting", NULL};
static const char *const row761[] = {"intra", NULL};
static const char *const row762[] = {"aneurysm", NULL};
static const char *const row763[] = {"endotracheal", "tracheal", NULL};
static const char *const row764[] = {"breast", NULL};
static const char *const row765[] = {"mechanical", NULL};
static const char *const row766[] = {"medicinal", "new", NULL};
static const char *const row767[] = {"medium", "media", "material", NULL};
static const char *const row768[] = {"media", "medium", NULL};
static const char *const row769[] = {"MDS", NULL};
static const char *const row770[] = {"full", "estimated", NULL};
static const char *const row771[] = {"syndrome", NULL};
static const char *const row772[] = {"supplementation", NULL};
static const char *const row773[] = {"menstrual", NULL};
static const char *const row774[] = {"ischemic", "cerebral", NULL};
static const char *const row775[] = {"fibrosis", NULL};
static const char *const row776[] = {"infected", NULL};
static const char *const row777[] = {"ISUP", "Gleason", NULL};
static const char *const row778[] = {"contraceptive", NULL};
static const char *const row779[] = {"administration", NULL};
static const char *const row780[] = {"inferior", NULL};
static const char *const row781[] = {"mutation", NULL};
static const char *const row782[] = {"joint", NULL};
static const char *const row783[] = {"joint", "spectrum", NULL};
static const char *const row784[] = {"joint", NULL};
static const char *const row785[] = {"idiopathic", "rheumatoid", NULL};
static const char *const row786[] = {"free", NULL};
static const char *const row787[] = {"analysis", NULL};
static const char *const row788[] = {"ADL", NULL};
static const char *const row789[] = {"kava", NULL};
static const char *const row790[] = {"OSS", "summary", "CSS", NULL};
static const char *const row791[] = {"scar", NULL};
static const char *const row792[] = {"width", "apico", "coronal", NULL};
static const char *const row793[] = {"risk", NULL};
static const char *const row794[] = {"labeling", "proliferation", NULL};
static const char *const row795[] = {"protein", NULL};
static const char *const row796[] = {"pneumoniae", NULL};
static const char *const row797[] = {"subscale", NULL};
static const char *const row798[] = {"recreation", NULL};
static const char *const row799[] = {"G", "12", "C", NULL};
static const char *const row800[] = {"single", "pool", NULL};
static const char *const row801[] = {"modified", NULL};
static const char *const row802[] = {"balloon", NULL};
static const char *const row803[] = {"esophagitis", NULL};
static const char *const row804[] = {"2", NULL};
static const char *const row805[] = {"delivery", NULL};
static const char *const row806[] = {"analgesia", NULL};
static const char *const row807[] = {"skin", NULL};
static const char *const row808[] = {"mother", "woman", "women", "period", "period", NULL};
static const char *const row809[] = {"free", NULL};
static const char *const row810[] = {"myasthenic", NULL};
static const char *const row811[] = {"local", NULL};
static const char *const row812[] = {"study", "local", NULL};
static const char *const row813[] = {"play", NULL};
static const char *const row814[] = {"selective", NULL};
static const char *const row815[] = {"first", "day", "start", NULL};
static const char *const row816[] = {"neonatal", NULL};
static const char *const row817[] = {"natural", "rubber", NULL};
static const char *const row818[] = {"2", "5", NULL};
static const char *const row819[] = {"acid", NULL};
static const char *const row820[] = {"cholesterol", "C", NULL};
static const char *const row821[] = {"filling", NULL};
static const char *const row822[] = {"appendage", NULL};
static const char *const row823[] = {"sided", NULL};
static const char *const row824[] = {"left", "ventricular", NULL};
static const char *const row825[] = {"nocturnal", NULL};
static const char *const row826[] = {"legal", "incapacity", "give", "informed", "provide", NULL};
static const char *const row827[] = {"pneumophila", NULL};
static const char *const row828[] = {"blood", NULL};
static const char *const row829[] = {"period", "anticipated", "estimated", "projected", "expected", "predicted", NULL};
static const char *const row830[] = {"pancreatic", NULL};
static const char *const row831[] = {"metabolism", NULL};
static const char *const row832[] = {"intravenous", NULL};
static const char *const row833[] = {"pegylated", NULL};
static const char *const row834[] = {"attenuated", "virus", NULL};
static const char *const row835[] = {"primary", NULL};
static const char *const row836[] = {"function", NULL};
static const char *const row837[] = {"fraction", "MRI", "content", NULL};
static const char *const row838[] = {"FibroScan", NULL};
static const char *const row839[] = {"organ", NULL};
static const char *const row840[] = {"releasing", NULL};
static const char *const row841[] = {"lung", "pulmonary", NULL};
static const char *const row842[] = {"visual", "acuity", "best", "corrected", NULL};
static const char *const row843[] = {"analogue", NULL};
static const char *const row844[] = {"acute", "19", NULL};
static const char *const row845[] = {"supplemental", NULL};
static const char *const row846[] = {"rectum", NULL};
static const char *const row847[] = {"low", "limited", NULL};
static const char *const row848[] = {"gastrointestinal", NULL};
static const char *const row849[] = {"spinal", NULL};
static const char *const row850[] = {"spine", NULL};
static const char *const row851[] = {"lung", NULL};
static const char *const row852[] = {"erythematosus", NULL};
static const char *const row853[] = {"left", "ventricular", "LV", NULL};
static const char *const row854[] = {"interventricular", "wall", "maximum", NULL};
static const char *const row855[] = {"left", "ventricular", "ventricle", "LV", "cardiac", "echocardiographic", "echocardiography", "baseline", "systolic", "heart", "function", NULL};
static const char *const row856[] = {"tract", "peak", NULL};
static const char *const row857[] = {"Lyme", NULL};
static const char *const row858[] = {"peripheral", NULL};
static const char *const row859[] = {"malignant", NULL};
static const char *const row860[] = {"metastasis", NULL};
static const char *const row861[] = {"cerebrovascular", NULL};
static const char *const row862[] = {"age", "related", NULL};
static const char *const row863[] = {"macular", NULL};
static const char *const row864[] = {"Maddrey", "modified", NULL};
static const char *const row865[] = {"invasive", NULL};
static const char *const row866[] = {"intestinal", NULL};
static const char *const row867[] = {"general", NULL};
static const char *const row868[] = {"sex", "gender", NULL};
static const char *const row869[] = {"factor", NULL};
static const char *const row870[] = {"neoplastic", NULL};
static const char *const row871[] = {"middle", "artery", NULL};
static const char *const row872[] = {"modified", NULL};
static const char *const row873[] = {"couple", NULL};
static const char *const row874[] = {"Koga", NULL};
static const char *const row875[] = {"risk", NULL};
static const char *const row876[] = {"blood", NULL};
static const char *const row877[] = {"oral", NULL};
static const char *const row878[] = {"Mayo", NULL};
static const char *const row879[] = {"clinic", "full", NULL};
static const char *const row880[] = {"Cox", NULL};
static const char *const row881[] = {"erythrocyte", NULL};
static const char *const row882[] = {"erythrocyte", NULL};
static const char *const row883[] = {"knee", NULL};
static const char *const row884[] = {"erythrocyte", NULL};
static const char *const row885[] = {"arterial", NULL};
static const char *const row886[] = {"virus", NULL};
static const char *const row887[] = {"RECIST", NULL};
static const char *const row888[] = {"heart", "prosthetic", NULL};
static const char *const row889[] = {"mechanical", NULL};
static const char *const row890[] = {"medical", NULL};
static const char *const row891[] = {"mindfulness", NULL};
static const char *const row892[] = {"malignant", NULL};
static const char *const row893[] = {"MELD", "laboratory", NULL};
static const char *const row894[] = {"knee", NULL};
static const char *const row895[] = {"post", "woman", "women", NULL};
static const char *const row896[] = {"length", "duration", NULL};
static const char *const row897[] = {"6", NULL};
static const char *const row898[] = {"CoV", NULL};
static const char *const row899[] = {"c", NULL};
static const char *const row900[] = {"week", NULL};
static const char *const row901[] = {"X", NULL};
static const char *const row902[] = {"solid", NULL};
static const char *const row903[] = {"fibrosis", "hepatic", "F", NULL};
static const char *const row904[] = {"Solu", "succinate", NULL};
static const char *const row905[] = {"succinate", "tartrate", NULL};
static const char *const row906[] = {"task", "functional", "capacity", "exercise", NULL};
static const char *const row907[] = {"modified", NULL};
static const char *const row908[] = {"promoter", NULL};
static const char *const row909[] = {"undetermined", "significance", NULL};
static const char *const row910[] = {"pathogenic", "causative", "microbial", NULL};
static const char *const row911[] = {"headache", NULL};
static const char *const row912[] = {"attack", NULL};
static const char *const row913[] = {"mild", NULL};
static const char *const row914[] = {"cow", NULL};
static const char *const row915[] = {"TS", NULL};
static const char *const row916[] = {"C", NULL};
static const char *const row917[] = {"valve", NULL};
static const char *const row918[] = {"valve", NULL};
static const char *const row919[] = {"urinary", NULL};
static const char *const row920[] = {"day", "dose", "oral", "daily", "milligram", NULL};
static const char *const row921[] = {"dyspnea", NULL};
static const char *const row922[] = {"examination", "exam", "Folstein", "2", "K", NULL};
static const char *const row923[] = {"own", NULL};
static const char *const row924[] = {"modified", NULL};
static const char *const row925[] = {"ischemic", "Rosen", NULL};
static const char *const row926[] = {"therapeutic", NULL};
static const char *const row927[] = {"monthly", "month", NULL};
static const char *const row928[] = {"MRC", "Medical", "Research", "Council", NULL};
static const char *const row929[] = {"tomography", NULL};
static const char *const row930[] = {"mRS", NULL};
static const char *const row931[] = {"nares", NULL};
static const char *const row932[] = {"modified", NULL};
static const char *const row933[] = {"H", "high", "DNA", NULL};
static const char *const row934[] = {"upper", "middle", "mid", NULL};
static const char *const row935[] = {"bacterial", NULL};
static const char *const row936[] = {"multiple", "plasma", "cell", NULL};
static const char *const row937[] = {"parotitis", NULL};
static const char *const row938[] = {"virus", NULL};
static const char *const row939[] = {"finding", NULL};
static const char *const row940[] = {"Murray", NULL};
static const char *const row941[] = {"muscle", NULL};
static const char *const row942[] = {"skeletal", NULL};
static const char *const row943[] = {"gravis", NULL};
static const char *const row944[] = {"subspecies", "abscessus", "massiliense", NULL};
static const char *const row945[] = {"mofetil", NULL};
static const char *const row946[] = {"pneumoniae", NULL};
static const char *const row947[] = {"lymph", "node", NULL};
static const char *const row948[] = {"NAS", NULL};
static const char *const row949[] = {"topical", NULL};
static const char *const row950[] = {"topical", NULL};
static const char *const row951[] = {"sinus", NULL};
static const char *const row952[] = {"airway", NULL};
static const char *const row953[] = {"endoscopic", "bilateral", NULL};
static const char *const row954[] = {"tube", NULL};
static const char *const row955[] = {"collection", NULL};
static const char *const row956[] = {"modified", NULL};
static const char *const row957[] = {"tube", "percutaneous", NULL};
static const char *const row958[] = {"regional", NULL};
static const char *const row959[] = {"dysfunction", NULL};
static const char *const row960[] = {"spectrum", NULL};
static const char *const row961[] = {"granulocyte", "polymorphonuclear", "peripheral", NULL};
static const char *const row962[] = {"tobacco", NULL};
static const char *const row963[] = {"melanocytic", NULL};
static const char *const row964[] = {"infant", NULL};
static const char *const row965[] = {"containing", "product", NULL};
static const char *const row966[] = {"night", NULL};
static const char *const row967[] = {"organic", NULL};
static const char *const row968[] = {"macrocrystal", NULL};
static const char *const row969[] = {"loud", NULL};
static const char *const row970[] = {"cholesterol", "C", NULL};
static const char *const row971[] = {"cell", NULL};
static const char *const row972[] = {"subject", NULL};
static const char *const row973[] = {"expected", "history", NULL};
static const char *const row974[] = {"positive", "pressure", "mechanical", NULL};
static const char *const row975[] = {"fetal", NULL};
static const char *const row976[] = {"gastroenteritis", NULL};
static const char *const row977[] = {"segment", NULL};
static const char *const row978[] = {"NT", "N", "terminal", "hormone", NULL};
static const char *const row979[] = {"positive", NULL};
static const char *const row980[] = {"residence", "resident", "skilled", NULL};
static const char *const row981[] = {"cardiac", "function", "heart", "failure", NULL};
static const char *const row982[] = {"clinical", NULL};
static const char *const row983[] = {"post", NULL};
static const char *const row984[] = {"hypopnea", NULL};
static const char *const row985[] = {"tobacco", NULL};
static const char *const row986[] = {"hazard", NULL};
static const char *const row987[] = {"post", "load", "challenge", "50", "g", NULL};
static const char *const row988[] = {"medoxomil", NULL};
static const char *const row989[] = {"recurrence", "Oncotype", "21", "gene", NULL};
static const char *const row990[] = {"analgesic", "pain", "agonist", NULL};
static const char *const row991[] = {"pain", "medication", NULL};
static const char *const row992[] = {"cavity", NULL};
static const char *const row993[] = {"oral", NULL};
static const char *const row994[] = {"pill", "hormonal", NULL};
static const char *const row995[] = {"mucosal", NULL};
static const char *const row996[] = {"habits", NULL};
static const char *const row997[] = {"oral", NULL};
static const char *const row998[] = {"recipient", NULL};
static const char *const row999[] = {"medication", "related", NULL};
static const char *const row1000[] = {"corrective", NULL};
static const char *const row1001[] = {"disability", "low", "back", "pain", NULL};
static const char *const row1002[] = {"medical", NULL};
static const char *const row1003[] = {"controlled", NULL};
static const char *const row1004[] = {"supplemental", "inhaled", "therapy", NULL};
static const char *const row1005[] = {"oxygen", NULL};
static const char *const row1006[] = {"inhaled", NULL};
static const char *const row1007[] = {"immunohistochemistry", "expression", "positive", "INK", "4", NULL};
static const char *const row1008[] = {"cardiac", "permanent", "artificial", "heart", NULL};
static const char *const row1009[] = {"history", "smoking", "cigarette", NULL};
static const char *const row1010[] = {"arterial", NULL};
static const char *const row1011[] = {"prediction", NULL};
static const char *const row1012[] = {"specific", NULL};
static const char *const row1013[] = {"numeric", "pain", "numerical", "verbal", "10", "0", "average", "11", "mean", NULL};
static const char *const row1014[] = {"peripheral", NULL};
static const char *const row1015[] = {"heart", NULL};
static const char *const row1016[] = {"disodium", NULL};
static const char *const row1017[] = {"ductal", NULL};
static const char *const row1018[] = {"replacement", NULL};
static const char *const row1019[] = {"total", NULL};
static const char *const row1020[] = {"arterial", NULL};
static const char *const row1021[] = {"abdominal", NULL};
static const char *const row1022[] = {"asexual", "plasmodium", NULL};
static const char *const row1023[] = {"fever", NULL};
static const char *const row1024[] = {"behavioral", NULL};
static const char *const row1025[] = {"parent", NULL};
static const char *const row1026[] = {"live", NULL};
static const char *const row1027[] = {"idiopathic", NULL};
static const char *const row1028[] = {"B", "19", NULL};
static const char *const row1029[] = {"RhD", NULL};
static const char *const row1030[] = {"artery", "capillary", "arterial", "pulmonary", NULL};
static const char *const row1031[] = {"methacholine", NULL};
static const char *const row1032[] = {"5", "DSM", NULL};
static const char *const row1033[] = {"percutaneous", "transluminal", NULL};
static const char *const row1034[] = {"5", "DSM", NULL};
static const char *const row1035[] = {"real", "time", NULL};
static const char *const row1036[] = {"antibody", NULL};
static const char *const row1037[] = {"PD", "1", "anti", "antibody", NULL};
static const char *const row1038[] = {"type", NULL};
static const char *const row1039[] = {"PD", "L", NULL};
static const char *const row1040[] = {"expression", "tumor", NULL};
static const char *const row1041[] = {"antibody", NULL};
static const char *const row1042[] = {"PD", "L", NULL};
static const char *const row1043[] = {"antibody", NULL};
static const char *const row1044[] = {"expiratory", NULL};
static const char *const row1045[] = {"tube", NULL};
static const char *const row1046[] = {"alfa", NULL};
static const char *const row1047[] = {"pelvic", "organ", NULL};
static const char *const row1048[] = {"pending", "involved", NULL};
static const char *const row1049[] = {"D", NULL};
static const char *const row1050[] = {"allergic", NULL};
static const char *const row1051[] = {"gum", NULL};
static const char *const row1052[] = {"occlusive", NULL};
static const char *const row1053[] = {"bordetella", NULL};
static const char *const row1054[] = {"PF", NULL};
static const char *const row1055[] = {"strong", NULL};
static const char *const row1056[] = {"esophageal", "impedance", NULL};
static const char *const row1057[] = {"bioimpedance", NULL};
static const char *const row1058[] = {"therapeutic", NULL};
static const char *const row1059[] = {"working", NULL};
static const char *const row1060[] = {"inorganic", NULL};
static const char *const row1061[] = {"9", "nine", NULL};
static const char *const row1062[] = {"physical", NULL};
static const char *const row1063[] = {"week", NULL};
static const char *const row1064[] = {"1", NULL};
static const char *const row1065[] = {"line", NULL};
static const char *const row1066[] = {"v", "2", NULL};
static const char *const row1067[] = {"spectrum", NULL};
static const char *const row1068[] = {"full", "mouth", NULL};
static const char *const row1069[] = {"malignant", NULL};
static const char *const row1070[] = {"clonal", NULL};
static const char *const row1071[] = {"therapeutic", NULL};
static const char *const row1072[] = {"volume", NULL};
static const char *const row1073[] = {"reconstructive", NULL};
static const char *const row1074[] = {"airway", NULL};
static const char *const row1075[] = {"function", NULL};
static const char *const row1076[] = {"peripheral", NULL};
static const char *const row1077[] = {"compound", "chemotherapy", NULL};
static const char *const row1078[] = {"containing", NULL};
static const char *const row1079[] = {"malignant", NULL};
static const char *const row1080[] = {"fluid", NULL};
static const char *const row1081[] = {"jirovecii", "carinii", NULL};
static const char *const row1082[] = {"jirovecii", "carinii", NULL};
static const char *const row1083[] = {"non", "infectious", "noninfectious", NULL};
static const char *const row1084[] = {"3350", NULL};
static const char *const row1085[] = {"80", NULL};
static const char *const row1086[] = {"pelvic", "organ", NULL};
static const char *const row1087[] = {"airway", NULL};
static const char *const row1088[] = {"predicted", NULL};
static const char *const row1089[] = {"post", "load", "OGTT", "postprandial", "2", "hour", "h", "oral", "tolerance", NULL};
static const char *const row1090[] = {"period", NULL};
static const char *const row1091[] = {"newborn", NULL};
static const char *const row1092[] = {"positive", "expression", NULL};
static const char *const row1093[] = {"predicted", NULL};
static const char *const row1094[] = {"woman", "women", "female", "test", "period", NULL};
static const char *const row1095[] = {"beta", "hCG", "choriogonadotropin", NULL};
static const char *const row1096[] = {"birth", NULL};
static const char *const row1097[] = {"woman", NULL};
static const char *const row1098[] = {"30", NULL};
static const char *const row1099[] = {"baseline", NULL};
static const char *const row1100[] = {"only", "received", NULL};
static const char *const row1101[] = {"this", "study", NULL};
static const char *const row1102[] = {"their", "his", NULL};
static const char *const row1103[] = {"parole", NULL};
static const char *const row1104[] = {"pocket", "periodontal", NULL};
static const char *const row1105[] = {"medical", NULL};
static const char *const row1106[] = {"sperm", NULL};
static const char *const row1107[] = {"analogue", "agonist", NULL};
static const char *const row1108[] = {"gland", NULL};
static const char *const row1109[] = {"heart", NULL};
static const char *const row1110[] = {"beam", NULL};
static const char *const row1111[] = {"consent", NULL};
static const char *const row1112[] = {"injection", "autologous", NULL};
static const char *const row1113[] = {"nodularis", NULL};
static const char *const row1114[] = {"peak", NULL};
static const char *const row1115[] = {"aeruginosa", NULL};
static const char *const row1116[] = {"risk", NULL};
static const char *const row1117[] = {"global", NULL};
static const char *const row1118[] = {"10", NULL};
static const char *const row1119[] = {"health", NULL};
static const char *const row1120[] = {"symptom", NULL};
static const char *const row1121[] = {"PT", NULL};
static const char *const row1122[] = {"intact", NULL};
static const char *const row1123[] = {"artery", NULL};
static const char *const row1124[] = {"solitary", NULL};
static const char *const row1125[] = {"arterial", NULL};
static const char *const row1126[] = {"mixed", NULL};
static const char *const row1127[] = {"16", "SR", "C", NULL};
static const char *const row1128[] = {"duration", "interval", "width", "complex", NULL};
static const char *const row1129[] = {"interval", "uncorrected", "duration", NULL};
static const char *const row1130[] = {"interval", NULL};
static const char *const row1131[] = {"interval", "heart", "prolongation", "corrected", "QT", "baseline", "duration", NULL};
static const char *const row1132[] = {"interval", "formula", "using", "heart", NULL};
static const char *const row1133[] = {"interval", "formula", "using", "heart", "correction", NULL};
static const char *const row1134[] = {"aldosterone", NULL};
static const char *const row1135[] = {"race", "ethnicity", "descent", NULL};
static const char *const row1136[] = {"Black", NULL};
static const char *const row1137[] = {"American", "Native", NULL};
static const char *const row1138[] = {"race", NULL};
static const char *const row1139[] = {"induced", NULL};
static const char *const row1140[] = {"transarterial", NULL};
static const char *const row1141[] = {"therapeutic", NULL};
static const char *const row1142[] = {"stereotactic", NULL};
static const char *const row1143[] = {"therapeutic", "ionizing", NULL};
static const char *const row1144[] = {"modified", NULL};
static const char *const row1145[] = {"joint", NULL};
static const char *const row1146[] = {"skin", NULL};
static const char *const row1147[] = {"phenomenon", NULL};
static const char *const row1148[] = {"packed", NULL};
static const char *const row1149[] = {"Lee", NULL};
static const char *const row1150[] = {"CV", NULL};
static const char *const row1151[] = {"specialist", NULL};
static const char *const row1152[] = {"corneal", NULL};
static const char *const row1153[] = {"menstrual", NULL};
static const char *const row1154[] = {"annualized", NULL};
static const char *const row1155[] = {"away", NULL};
static const char *const row1156[] = {"sympathetic", NULL};
static const char *const row1157[] = {"function", NULL};
static const char *const row1158[] = {"activity", NULL};
static const char *const row1159[] = {"volume", NULL};
static const char *const row1160[] = {"lung", "predicted", NULL};
static const char *const row1161[] = {"treatment", NULL};
static const char *const row1162[] = {"positive", NULL};
static const char *const row1163[] = {"group", "factor", "D", NULL};
static const char *const row1164[] = {"antenatal", NULL};
static const char *const row1165[] = {"acute", NULL};
static const char *const row1166[] = {"sided", NULL};
static const char *const row1167[] = {"assisted", NULL};
static const char *const row1168[] = {"bromide", NULL};
static const char *const row1169[] = {"disability", NULL};
static const char *const row1170[] = {"tendon", "shoulder", NULL};
static const char *const row1171[] = {"gastroenteritis", NULL};
static const char *const row1172[] = {"virus", NULL};
static const char *const row1173[] = {"antibody", NULL};
static const char *const row1174[] = {"player", NULL};
static const char *const row1175[] = {"Becker", NULL};
static const char *const row1176[] = {"2", NULL};
static const char *const row1177[] = {"laparoscopic", NULL};
static const char *const row1178[] = {"II", "2", NULL};
static const char *const row1179[] = {"modified", NULL};
static const char *const row1180[] = {"1", NULL};
static const char *const row1181[] = {"body", "ablative", NULL};
static const char *const row1182[] = {"tear", NULL};
static const char *const row1183[] = {"transdermal", NULL};
static const char *const row1184[] = {"cardiovascular", NULL};
static const char *const row1185[] = {"allergic", NULL};
static const char *const row1186[] = {"school", NULL};
static const char *const row1187[] = {"CNS", "central", "nervous", "system", "hypnotic", NULL};
static const char *const row1188[] = {"lifestyle", "behavior", NULL};
static const char *const row1189[] = {"activity", NULL};
static const char *const row1190[] = {"epileptic", "monthly", NULL};
static const char *const row1191[] = {"deliberate", NULL};
static const char *const row1192[] = {"lymph", NULL};
static const char *const row1193[] = {"selective", "B", "1", "D", "serotonin", NULL};
static const char *const row1194[] = {"oil", NULL};
static const char *const row1195[] = {"serotonin", NULL};
static const char *const row1196[] = {"persistent", NULL};
static const char *const row1197[] = {"acute", NULL};
static const char *const row1198[] = {"biological", "assigned", "birth", "administrative", "legal", NULL};
static const char *const row1199[] = {"commercial", NULL};
static const char *const row1200[] = {"engaging", NULL};
static const char *const row1201[] = {"circulatory", "hemodynamic", NULL};
static const char *const row1202[] = {"cell", NULL};
static const char *const row1203[] = {"flexible", NULL};
static const char *const row1204[] = {"myocardial", NULL};
static const char *const row1205[] = {"normal", NULL};
static const char *const row1206[] = {"nasal", NULL};
static const char *const row1207[] = {"count", NULL};
static const char *const row1208[] = {"30", "second", NULL};
static const char *const row1209[] = {"distance", NULL};
static const char *const row1210[] = {"appendicular", "mass", NULL};
static const char *const row1211[] = {"skin", NULL};
static const char *const row1212[] = {"skin", "wheal", NULL};
static const char *const row1213[] = {"erythematosus", NULL};
static const char *const row1214[] = {"2", "K", "SELENA", NULL};
static const char *const row1215[] = {"habitual", NULL};
static const char *const row1216[] = {"own", "ownership", NULL};
static const char *const row1217[] = {"duration", NULL};
static const char *const row1218[] = {"tobacco", NULL};
static const char *const row1219[] = {"serious", "decision", "making", NULL};
static const char *const row1220[] = {"social", "worker", NULL};
static const char *const row1221[] = {"long", "term", NULL};
static const char *const row1222[] = {"0", "9", "%", NULL};
static const char *const row1223[] = {"malignant", "organ", NULL};
static const char *const row1224[] = {"human", "recombinant", NULL};
static const char *const row1225[] = {"soy", NULL};
static const char *const row1226[] = {"muscle", NULL};
static const char *const row1227[] = {"Chinese", NULL};
static const char *const row1228[] = {"fluent", "fluency", "proficient", "native", "speaker", "proficiency", NULL};
static const char *const row1229[] = {"fluent", NULL};
static const char *const row1230[] = {"fluent", NULL};
static const char *const row1231[] = {"fluent", NULL};
static const char *const row1232[] = {"allergen", NULL};
static const char *const row1233[] = {"specific", NULL};
static const char *const row1234[] = {"language", NULL};
static const char *const row1235[] = {"aided", NULL};
static const char *const row1236[] = {"language", NULL};
static const char *const row1237[] = {"normal", NULL};
static const char *const row1238[] = {"refraction", "refractive", "error", "myopic", "cycloplegic", NULL};
static const char *const row1239[] = {"spinal", NULL};
static const char *const row1240[] = {"oxygen", "O", "2", "arterial", "peripheral", "pulse", "saturation", "capillary", "finger", "fingertip", "oxyhemoglobin", NULL};
static const char *const row1241[] = {"week", NULL};
static const char *const row1242[] = {"rickettsiosis", NULL};
static const char *const row1243[] = {"ligament", NULL};
static const char *const row1244[] = {"induced", NULL};
static const char *const row1245[] = {"microscopy", NULL};
static const char *const row1246[] = {"non", "small", NULL};
static const char *const row1247[] = {"selective", "5", NULL};
static const char *const row1248[] = {"perforatum", NULL};
static const char *const row1249[] = {"pectoris", "chronic", NULL};
static const char *const row1250[] = {"autologous", NULL};
static const char *const row1251[] = {"segment", NULL};
static const char *const row1252[] = {"diameter", "degree", "luminal", "vessel", NULL};
static const char *const row1253[] = {"permanently", "surgically", "permanent", NULL};
static const char *const row1254[] = {"median", NULL};
static const char *const row1255[] = {"/", "TEN", NULL};
static const char *const row1256[] = {"adult", "onset", NULL};
static const char *const row1257[] = {"intrauterine", NULL};
static const char *const row1258[] = {"CNS", "central", "nervous", "system", NULL};
static const char *const row1259[] = {"Hounsfield", NULL};
static const char *const row1260[] = {"kidney", NULL};
static const char *const row1261[] = {"rapid", "antigen", "detection", NULL};
static const char *const row1262[] = {"psychological", "perceived", "emotional", NULL};
static const char *const row1263[] = {"urinary", NULL};
static const char *const row1264[] = {"cerebral", NULL};
static const char *const row1265[] = {"left", "ventricular", NULL};
static const char *const row1266[] = {"left", "ventricular", NULL};
static const char *const row1267[] = {"stercoralis", NULL};
static const char *const row1268[] = {"risk", NULL};
static const char *const row1269[] = {"formulation", NULL};
static const char *const row1270[] = {"family", NULL};
static const char *const row1271[] = {"substance", "alcohol", NULL};
static const char *const row1272[] = {"drug", NULL};
static const char *const row1273[] = {"ideation", "thoughts", NULL};
static const char *const row1274[] = {"completed", NULL};
static const char *const row1275[] = {"pulmonary", "exogenous", NULL};
static const char *const row1276[] = {"mixed", NULL};
static const char *const row1277[] = {"sampling", NULL};
static const char *const row1278[] = {"count", NULL};
static const char *const row1279[] = {"signs", NULL};
static const char *const row1280[] = {"I", NULL};
static const char *const row1281[] = {"syphilis", "pallidum", "serological", "serologic", NULL};
static const char *const row1282[] = {"BP", "pressure", "arterial", "office", "seated", "sitting", NULL};
static const char *const row1283[] = {"EGFR", "mutation", NULL};
static const char *const row1284[] = {"tumor", NULL};
static const char *const row1285[] = {"transarterial", "transcatheter", "arterial", NULL};
static const char *const row1286[] = {"chuan", NULL};
static const char *const row1287[] = {"pubertal", "breast", NULL};
static const char *const row1288[] = {"molecular", "anticancer", NULL};
static const char *const row1289[] = {"AFB", "bacilli", "microscopy", "positive", NULL};
static const char *const row1290[] = {"screening", NULL};
static const char *const row1291[] = {"RIF", "MTB", NULL};
static const char *const row1292[] = {"involvement", NULL};
static const char *const row1293[] = {"film", NULL};
static const char *const row1294[] = {"pressure", NULL};
static const char *const row1295[] = {"pressure", "tension", NULL};
static const char *const row1296[] = {"anterior", NULL};
static const char *const row1297[] = {"count", NULL};
static const char *const row1298[] = {"fumarate", NULL};
static const char *const row1299[] = {"castrate", NULL};
static const char *const row1300[] = {"replacement", "exogenous", NULL};
static const char *const row1301[] = {"like", "type", NULL};
static const char *const row1302[] = {"swab", NULL};
static const char *const row1303[] = {"clotting", NULL};
static const char *const row1304[] = {"alpha", "1", NULL};
static const char *const row1305[] = {"replacement", NULL};
static const char *const row1306[] = {"glucose", NULL};
static const char *const row1307[] = {"get", NULL};
static const char *const row1308[] = {"risk", NULL};
static const char *const row1309[] = {"predicted", NULL};
static const char *const row1310[] = {"tumor", NULL};
static const char *const row1311[] = {"joint", NULL};
static const char *const row1312[] = {"alpha", "monoclonal", "antibody", NULL};
static const char *const row1313[] = {"consumption", "product", NULL};
static const char *const row1314[] = {"pressure", NULL};
static const char *const row1315[] = {"systolic", NULL};
static const char *const row1316[] = {"Gilles", "de", "la", NULL};
static const char *const row1317[] = {"gondii", NULL};
static const char *const row1318[] = {"gondii", NULL};
static const char *const row1319[] = {"tube", NULL};
static const char *const row1320[] = {"traditional", "herbal", "patent", NULL};
static const char *const row1321[] = {"road", NULL};
static const char *const row1322[] = {"liver", "hepatic", "function", NULL};
static const char *const row1323[] = {"iron", NULL};
static const char *const row1324[] = {"vibration", "controlled", NULL};
static const char *const row1325[] = {"organ", "tissue", "recipient", "stem", "cell", NULL};
static const char *const row1326[] = {"ado", NULL};
static const char *const row1327[] = {"therapeutic", "standard", "conventional", "medical", NULL};
static const char *const row1328[] = {"study", NULL};
static const char *const row1329[] = {"another", "interventional", "concurrent", "clinical", "simultaneous", "any", "enrolled", "participated", "research", "drug", NULL};
static const char *const row1330[] = {"acetonide", NULL};
static const char *const row1331[] = {"vaginalis", NULL};
static const char *const row1332[] = {"valve", NULL};
static const char *const row1333[] = {"antidepressant", NULL};
static const char *const row1334[] = {"cardiac", NULL};
static const char *const row1335[] = {"cardiac", NULL};
static const char *const row1336[] = {"cardiac", NULL};
static const char *const row1337[] = {"cardiac", NULL};
static const char *const row1338[] = {"cardiac", NULL};
static const char *const row1339[] = {"ultrasound", "guided", NULL};
static const char *const row1340[] = {"L", NULL};
static const char *const row1341[] = {"skin", NULL};
static const char *const row1342[] = {"active", "mycobacterium", NULL};
static const char *const row1343[] = {"complex", NULL};
static const char *const row1344[] = {"local", NULL};
static const char *const row1345[] = {"histologic", NULL};
static const char *const row1346[] = {"brain", "target", "intrahepatic", NULL};
static const char *const row1347[] = {"maximum", "largest", "greater", "target", "measurable", NULL};
static const char *const row1348[] = {"tumor", NULL};
static const char *const row1349[] = {"membrane", NULL};
static const char *const row1350[] = {"mellitus", NULL};
static const char *const row1351[] = {"mellitus", NULL};
static const char *const row1352[] = {"fever", NULL};
static const char *const row1353[] = {"polysaccharide", NULL};
static const char *const row1354[] = {"live", NULL};
static const char *const row1355[] = {"fever", NULL};
static const char *const row1356[] = {"weekly", "7", NULL};
static const char *const row1357[] = {"umbilical", NULL};
static const char *const row1358[] = {"tablets", "pills", "capsules", NULL};
static const char *const row1359[] = {"study", "protocol", "procedures", NULL};
static const char *const row1360[] = {"pectoris", NULL};
static const char *const row1361[] = {"part", "MDS", NULL};
static const char *const row1362[] = {"gastrointestinal", "GI", NULL};
static const char *const row1363[] = {"urinary", NULL};
static const char *const row1364[] = {"24", "hour", "h", NULL};
static const char *const row1365[] = {"increased", NULL};
static const char *const row1366[] = {"urinary", "urine", NULL};
static const char *const row1367[] = {"24", "hour", "u", NULL};
static const char *const row1368[] = {"spot", NULL};
static const char *const row1369[] = {"dipstick", "occult", NULL};
static const char *const row1370[] = {"excretion", "24", "hour", NULL};
static const char *const row1371[] = {"bacterial", NULL};
static const char *const row1372[] = {"culture", NULL};
static const char *const row1373[] = {"daily", "24", "hour", "residual", NULL};
static const char *const row1374[] = {"excretion", NULL};
static const char *const row1375[] = {"spot", NULL};
static const char *const row1376[] = {"excretion", "24", "hour", "daily", "h", "hr", NULL};
static const char *const row1377[] = {"24", "hour", NULL};
static const char *const row1378[] = {"uterine", "uterus", NULL};
static const char *const row1379[] = {"prophylactic", NULL};
static const char *const row1380[] = {"vaginal", NULL};
static const char *const row1381[] = {"angle", "deformity", NULL};
static const char *const row1382[] = {"heart", NULL};
static const char *const row1383[] = {"heart", NULL};
static const char *const row1384[] = {"heart", NULL};
static const char *const row1385[] = {"heart", "cardiac", NULL};
static const char *const row1386[] = {"esophageal", NULL};
static const char *const row1387[] = {"zoster", "antibody", NULL};
static const char *const row1388[] = {"angle", "deformity", NULL};
static const char *const row1389[] = {"prosthetic", NULL};
static const char *const row1390[] = {"support", NULL};
static const char *const row1391[] = {"video", "assisted", NULL};
static const char *const row1392[] = {"diet", NULL};
static const char *const row1393[] = {"diet", NULL};
static const char *const row1394[] = {"persistent", NULL};
static const char *const row1395[] = {"tyrosine", "kinase", NULL};
static const char *const row1396[] = {"chronic", NULL};
static const char *const row1397[] = {"leg", NULL};
static const char *const row1398[] = {"photodynamic", NULL};
static const char *const row1399[] = {"war", "combat", "military", NULL};
static const char *const row1400[] = {"physical", NULL};
static const char *const row1401[] = {"reports", NULL};
static const char *const row1402[] = {"infectious", NULL};
static const char *const row1403[] = {"acute", NULL};
static const char *const row1404[] = {"vasoactive", NULL};
static const char *const row1405[] = {"Snellen", "distance", "decimal", NULL};
static const char *const row1406[] = {"visual", "field", NULL};
static const char *const row1407[] = {"vitamin", NULL};
static const char *const row1408[] = {"vitamin", NULL};
static const char *const row1409[] = {"vitamin", "3", "25", "hydroxy", "OH", NULL};
static const char *const row1410[] = {"supplementation", NULL};
static const char *const row1411[] = {"alpha", NULL};
static const char *const row1412[] = {"plasmodium", NULL};
static const char *const row1413[] = {"max", "peak", NULL};
static const char *const row1414[] = {"vesicoureteral", NULL};
static const char *const row1415[] = {"zoster", "virus", NULL};
static const char *const row1416[] = {"ulcer", NULL};
static const char *const row1417[] = {"timed", NULL};
static const char *const row1418[] = {"maximum", "maximal", NULL};
static const char *const row1419[] = {"peripheral", NULL};
static const char *const row1420[] = {"dry", "actual", "patient", NULL};
static const char *const row1421[] = {"z", NULL};
static const char *const row1422[] = {"z", NULL};
static const char *const row1423[] = {"percentile", "centile", NULL};
static const char *const row1424[] = {"bound", "dependent", "non", "ambulatory", "dependence", NULL};
static const char *const row1425[] = {"neck", "injury", "cervical", NULL};
static const char *const row1426[] = {"NYHA", NULL};
static const char *const row1427[] = {"subscale", NULL};
static const char *const row1428[] = {"related", NULL};
static const char *const row1429[] = {"traumatic", NULL};
static const char *const row1430[] = {"surface", "target", NULL};
static const char *const row1431[] = {"plain", NULL};
static const char *const row1432[] = {"inhibition", NULL};
static const char *const row1433[] = {"inhibition", NULL};
static const char *const row1434[] = {"inhibition", NULL};
static const char *const row1435[] = {"inhibition", NULL};
static const char *const row1436[] = {"inhibition", NULL};
static const char *const row1437[] = {"inhibition", NULL};
static const char *const row1438[] = {"inhibition", NULL};
static const char *const row1439[] = {"herpes", NULL};
static const char *const row1440[] = {"CKD", NULL};
static const char *const row1441[] = {"CKD", NULL};
static const char *const row1442[] = {"CKD", NULL};
static const char *const row1443[] = {"CKD", NULL};
static const char *const row1444[] = {"5", "point", "scale", NULL};
static const char *const row1445[] = {"orthostatic", NULL};
static const char *const row1446[] = {"high", NULL};
static const char *const row1447[] = {"pulmonary", NULL};
static const char *const row1448[] = {"pleural", NULL};
static const char *const row1449[] = {"artery", NULL};
static const char *const row1450[] = {"endothelial", "corneal", NULL};
static const char *const row1451[] = {"4", NULL};
static const char *const row1452[] = {"OATP", "1", "B", "3", NULL};
static const char *const row1453[] = {"alfa", NULL};
static const char *const row1454[] = {"recombinant", NULL};
static const char *const row1455[] = {"monoclonal", NULL};
static const char *const row1456[] = {"citrate", NULL};
static const char *const row1457[] = {"adrenergic", "adrenoceptor", NULL};
static const char *const row1458[] = {"Murley", NULL};
static const char *const row1459[] = {"fluorescein", NULL};
static const char *const row1460[] = {"adaptive", "behavior", "scales", NULL};
static const char *const row1461[] = {"2", NULL};
static const char *const row1462[] = {"2", "0", NULL};
static const char *const row1463[] = {"disability", NULL};
static const char *const row1464[] = {"ADL", NULL};
static const char *const row1465[] = {"summary", NULL};
static const char *const row1466[] = {"symptom", NULL};
static const char *const row1467[] = {"V", "617", "F", NULL};
static const char *const row1468[] = {"symphysis", "symphyseal", NULL};
static const char *const row1469[] = {"Kinesiophobia", NULL};
static const char *const row1470[] = {"multiple", NULL};
static const char *const row1471[] = {"allogeneic", "allogenic", NULL};
const name_row same_table[] = {
{"any", row0},
{"condition", row1},
{"organism", row2},
{"measurement", row3},
{"score", row4},
{"demographic", row5},
{"medication", row6},
{"immunization", row7},
{"procedure", row8},
{"device", row9},
{"encounter", row10},
{"consent", row11},
{"allergy", row12},
{"social", row13},
{"22q11_deletion_syndrome", row14},
{"aa_gradient", row15},
{"abdominal_surgery", row16},
{"able_to_swallow", row17},
{"able_to_understand", row18},
{"abstinence", row19},
{"acc_aha_stage", row20},
{"acetylcysteine", row21},
{"achalasia", row22},
{"acinetobacter_baumannii", row23},
{"acinetobacter_pneumonia", row24},
{"acne", row25},
{"acq", row26},
{"active_duty_military", row27},
{"active_implanted_device", row28},
{"active_labor", row29},
{"acute_angle_closure_glaucoma", row30},
{"acute_bacterial_sinusitis", row31},
{"acute_heart_failure", row32},
{"acute_lung_injury", row33},
{"acute_lymphoblastic_leukemia", row34},
{"adefovir", row35},
{"adh", row36},
{"adhd", row37},
{"adhd_rs", row38},
{"adhesive_allergy", row39},
{"adoptive_t_cell_therapy", row40},
{"adverse_drug_reaction", row41},
{"aflibercept", row42},
{"agalsidase", row43},
{"age", row44},
{"agitation", row45},
{"aids", row46},
{"ais_injury", row47},
{"aki_stage", row48},
{"albumin_allergy", row49},
{"alcohol_behavior", row50},
{"alcohol_dependence", row51},
{"alcohol_drinks", row52},
{"alcohol_intake", row53},
{"alcohol_intoxication", row54},
{"alcohol_screen", row55},
{"alcohol_use", row56},
{"aldrete", row57},
{"alk_inhibitor", row58},
{"allergen_immunotherapy", row59},
{"allergy", row60},
{"allergy_skin_test", row61},
{"allergy_testing", row62},
{"allogeneic_hsct", row63},
{"alpha_1_blocker", row64},
{"alpha_2_agonist", row65},
{"alsfrs_r", row66},
{"alt", row67},
{"alteplase", row68},
{"altered_mental_status", row69},
{"alveolar_bone_height", row70},
{"alveolar_bone_width", row71},
{"alzheimer_disease", row72},
{"ambulatory_blood_pressure", row73},
{"amide_local_anaesthetic", row74},
{"amide_local_anesthetic_allergy", row75},
{"aminocaproic_acid", row76},
{"aminosalicylic_acid", row77},
{"amphotericin_b", row78},
{"amputation", row79},
{"amyloid_pet", row80},
{"anabolic_steroid", row81},
{"anal_fistulectomy", row82},
{"anca_associated_vasculitis", row83},
{"andexanet", row84},
{"aneurysm", row85},
{"angina", row86},
{"angioplasty", row87},
{"animal_allergy", row88},
{"ankle_brachial_index", row89},
{"ankle_pressure", row90},
{"ann_arbor", row91},
{"anomaly_scan", row92},
{"anterior_resection", row93},
{"anthracycline", row94},
{"anti_cd20", row95},
{"anti_cd38", row96},
{"anti_egfr_antibody", row97},
{"anti_hbc", row98},
{"anti_hbs", row99},
{"anti_xa", row100},
{"antidiabetic", row101},
{"antihistamine", row102},
{"antihypertensive", row103},
{"antiphospholipid_syndrome", row104},
{"antiplatelet", row105},
{"antiretroviral", row106},
{"antithrombin", row107},
{"antithrombin_deficiency", row108},
{"antithrombin_iii", row109},
{"any_medication", row110},
{"aortic_diameter", row111},
{"aortic_dissection", row112},
{"aortic_mean_gradient", row113},
{"aortic_peak_velocity", row114},
{"aortic_regurgitation", row115},
{"aortic_stenosis", row116},
{"apache_ii", row117},
{"apfel", row118},
{"apob", row119},
{"apoe4", row120},
{"aptt", row121},
{"arb", row122},
{"arni", row123},
{"arrhythmia", row124},
{"artemisinin_derivative", row125},
{"arterial_ph", row126},
{"artificial_heart", row127},
{"asa_class", row128},
{"ascites_pmn", row129},
{"ascvd_risk_score", row130},
{"asdas", row131},
{"asia_scale", row132},
{"asparaginase", row133},
{"aspirin", row134},
{"assent", row135},
{"assisted_living", row136},
{"ast", row137},
{"asthma", row138},
{"asthma_exacerbation", row139},
{"astigmatism", row140},
{"atherosclerosis", row141},
{"atra", row142},
{"atrophic_hypothyroidism", row143},
{"atypical_bacteria", row144},
{"atypical_pneumonia", row145},
{"autism", row146},
{"autologous_hsct", row147},
{"autotransfusion", row148},
{"axial_length", row149},
{"axillary_dissection", row150},
{"azbio_sentence_score", row151},
{"azole_antifungal", row152},
{"baclofen_pump", row153},
{"bacterial_infection", row154},
{"baloxavir", row155},
{"band_neutrophils_percent", row156},
{"barthel", row157},
{"basal_cell_carcinoma", row158},
{"base_excess", row159},
{"bcr_abl", row160},
{"bcr_abl_tki", row161},
{"bee_venom_allergy", row162},
{"benzathine_penicillin", row163},
{"benzodiazepine", row164},
{"benztropine", row165},
{"best_corrected_visual_acuity", row166},
{"beta2_agonist", row167},
{"beta_blocker", row168},
{"beta_d_glucan", row169},
{"beta_lactam_allergy", row170},
{"bicarbonate", row171},
{"bilateral_oophorectomy", row172},
{"bilirubin_total", row173},
{"bioprosthetic_valve", row174},
{"biopsy", row175},
{"bipolar_disorder", row176},
{"birth_weight", row177},
{"bishop", row178},
{"bismuth", row179},
{"bladder_capacity", row180},
{"blasts_blood", row181},
{"blasts_marrow_percent", row182},
{"bleeding_on_probing", row183},
{"bleeding_time", row184},
{"blood_culture", row185},
{"blood_draw", row186},
{"blood_group", row187},
{"blood_pressure", row188},
{"blood_transfusion", row189},
{"bmd_t_score", row190},
{"bmd_z_score", row191},
{"bmi_percentile", row192},
{"bmi_z_score", row193},
{"bms", row194},
{"body_temperature", row195},
{"bone_loss_dental", row196},
{"bone_marrow_transplant", row197},
{"bone_modifying_agent", row198},
{"borg", row199},
{"borg_rpe", row200},
{"botulinum_toxin_a", row201},
{"bowel_movements", row202},
{"bph", row203},
{"braf_v600e_mutation", row204},
{"brain_disease", row205},
{"brain_lesion", row206},
{"brca_mutation", row207},
{"breast_density", row208},
{"breast_fibroadenoma", row209},
{"breslow", row210},
{"bronchiolitis", row211},
{"bronchoscopy", row212},
{"brunnstrom", row213},
{"bsa", row214},
{"bulimia_nervosa", row215},
{"bullous_pemphigoid", row216},
{"burn", row217},
{"c1_inhibitor", row218},
{"c_difficile_toxin", row219},
{"cabg", row220},
{"cag_repeats", row221},
{"calcium_channel_blocker", row222},
{"calcium_corrected", row223},
{"calcium_ionized", row224},
{"calcium_supplement", row225},
{"calcium_total", row226},
{"cancer_immunotherapy", row227},
{"cancer_pain", row228},
{"cancer_stage", row229},
{"cancer_vaccine", row230},
{"cannabis_use", row231},
{"caprini", row232},
{"capsule_endoscopy", row233},
{"capsulotomy", row234},
{"car_t", row235},
{"car_t_product", row236},
{"carbapenem_resistant_gram_negative", row237},
{"carcinoid_tumor", row238},
{"cardiac_arrest", row239},
{"cardiac_glycoside", row240},
{"cardiac_index", row241},
{"cardiac_output", row242},
{"cardiac_stress_test", row243},
{"cardiovascular_risk", row244},
{"caregiver", row245},
{"carotid_imt", row246},
{"carotid_stenosis", row247},
{"carotid_stenting", row248},
{"catecholamine", row249},
{"catheter_related_bloodstream_infection", row250},
{"cause_of_death", row251},
{"cavitated_lesion", row252},
{"cbc", row253},
{"ccs_angina", row254},
{"cd137_agonist", row255},
{"cd19_count", row256},
{"cd34_dose", row257},
{"cd3_count", row258},
{"cd4_count", row259},
{"cd4_percent", row260},
{"cd8_count", row261},
{"cdi_depression", row262},
{"cdr", row263},
{"ceftaroline", row264},
{"cefuroxime", row265},
{"celiac_disease", row266},
{"cell_therapy", row267},
{"central_corneal_thickness", row268},
{"central_subfield_thickness", row269},
{"cerclage", row270},
{"cerebral_palsy", row271},
{"cerebral_venous_thrombosis", row272},
{"certolizumab", row273},
{"cervical_cancer", row274},
{"cervical_carcinoma_in_situ", row275},
{"cervical_dilation", row276},
{"cervical_fusion", row277},
{"cervical_length", row278},
{"cervical_spinal_cord_injury", row279},
{"cesarean_section", row280},
{"cf_pulmonary_exacerbation", row281},
{"cftr_mutation", row282},
{"cgi_s", row283},
{"charlson", row284},
{"checkup_visit", row285},
{"chemotherapy", row286},
{"chest_tube", row287},
{"chest_xray", row288},
{"chiari_malformation", row289},
{"chikungunya", row290},
{"child_pugh", row291},
{"childbearing_potential", row292},
{"chlamydia_test", row293},
{"chlamydial_infection", row294},
{"chlamydial_pneumonia", row295},
{"cho_product_allergy", row296},
{"choledocholithiasis", row297},
{"cholera", row298},
{"cholesterol_total", row299},
{"chronic_disease", row300},
{"chronic_fatigue_syndrome", row301},
{"chronic_heart_failure", row302},
{"chronic_lymphocytic_leukemia", row303},
{"cigar_pipe_use", row304},
{"cigarettes_per_day", row305},
{"circumcision", row306},
{"cirrhosis", row307},
{"ciwa", row308},
{"ck_mb", row309},
{"ckd_stage", row310},
{"ckd_stage_1", row311},
{"ckd_stage_2", row312},
{"ckd_stage_3", row313},
{"ckd_stage_4", row314},
{"ckd_stage_5", row315},
{"climacteric", row316},
{"clinical_attachment_loss", row317},
{"clostridioides_difficile", row318},
{"clostridium_difficile_infection", row319},
{"coagulopathy", row320},
{"cobb_angle", row321},
{"cocaine_use", row322},
{"coffee_cups", row323},
{"combined_oral_contraceptive", row324},
{"common_cold", row325},
{"complement_inhibitor", row326},
{"complete_spontaneous_bowel_movements_per_week", row327},
{"concussion", row328},
{"condom", row329},
{"conduction_disorder", row330},
{"congenital_anomaly", row331},
{"congenital_heart_disease", row332},
{"connective_tissue_disease", row333},
{"consent_capacity", row334},
{"contact_lens", row335},
{"contraception", row336},
{"contraceptive_implant", row337},
{"contraceptive_ring", row338},
{"contrast_allergy", row339},
{"copd_exacerbation", row340},
{"cord_blood_transplant", row341},
{"core_biopsy", row342},
{"coronary_artery_dilatation", row343},
{"coronary_artery_disease", row344},
{"coronary_calcium_score", row345},
{"coronary_stent", row346},
{"corrected_sodium", row347},
{"corticosteroid_dose", row348},
{"cortisol", row349},
{"cotinine", row350},
{"counseling", row351},
{"covid19_vaccine", row352},
{"covid19_vaccine_bnt162b2", row353},
{"covid19_vaccine_chadox1", row354},
{"covid19_vaccine_mrna", row355},
{"covid19_vaccine_protein", row356},
{"covid19_vaccine_vector", row357},
{"covid_19", row358},
{"covid_19_pneumonia", row359},
{"covid_antigen", row360},
{"covid_contact", row361},
{"covid_monoclonal", row362},
{"covid_pcr", row363},
{"cow_milk_protein_allergy", row364},
{"cox2_inhibitor", row365},
{"cpap", row366},
{"cpr", row367},
{"crab", row368},
{"creatinine", row369},
{"creatinine_clearance", row370},
{"cremophor_allergy", row371},
{"crossmatch", row372},
{"crpa", row373},
{"crt", row374},
{"cryobiopsy", row375},
{"crystalloid", row376},
{"csdmard", row377},
{"csf_wbc", row378},
{"ct", row379},
{"ctcae_grade", row380},
{"ctla4_inhibitor", row381},
{"cup_disc_ratio", row382},
{"current_smoker", row383},
{"cushing_disease", row384},
{"cutaneous_lupus", row385},
{"cutaneous_melanoma", row386},
{"cvvh", row387},
{"cyanotic_heart_disease", row388},
{"cyp1a2_strong_inhibitor", row389},
{"cyp2c19_strong_inhibitor", row390},
{"cyp2c8_strong_inhibitor", row391},
{"cyp2d6_strong_inhibitor", row392},
{"cyp3a4_inducer", row393},
{"cyp3a4_inhibitor", row394},
{"cyp3a4_moderate_inducer", row395},
{"cyp3a4_moderate_inhibitor", row396},
{"cyp3a4_strong_inducer", row397},
{"cyp3a4_strong_inhibitor", row398},
{"d_dimer", row399},
{"dabigatran", row400},
{"darbepoetin", row401},
{"das28", row402},
{"dast10", row403},
{"day_surgery", row404},
{"dbs", row405},
{"dcis", row406},
{"debridement", row407},
{"decongestant", row408},
{"defibrillation", row409},
{"demodex", row410},
{"dengue", row411},
{"dental_caries", row412},
{"dental_fluorosis", row413},
{"depression", row414},
{"dermal_filler", row415},
{"dermatitis", row416},
{"dermatological", row417},
{"des", row418},
{"desquamation", row419},
{"developmental_dysplasia_of_hip", row420},
{"dheas", row421},
{"diabetes_mellitus", row422},
{"type_1_or_2_diabetes", row423},
{"diabetic_foot_ulcer", row424},
{"diagnostic_radiotracer", row425},
{"dialysis", row426},
{"dialysis_access", row427},
{"diastolic_bp", row428},
{"dietary_supplement", row429},
{"difficult_airway", row430},
{"dihydropyridine", row431},
{"direct_coombs", row432},
{"direct_thrombin_inhibitor", row433},
{"discoid_lupus", row434},
{"disease", row435},
{"dislocation", row436},
{"dix_hallpike", row437},
{"dlco", row438},
{"dmard", row439},
{"dni_order", row440},
{"dnr_order", row441},
{"doac", row442},
{"donor_specific_antibody", row443},
{"doppler_ultrasound", row444},
{"doxycycline", row445},
{"dronabinol", row446},
{"drowning", row447},
{"drug_abuse", row448},
{"drug_induced_diabetes", row449},
{"drug_resistant_bacteria", row450},
{"drug_resistant_infection", row451},
{"drug_screen", row452},
{"dtap_vaccine", row453},
{"dural_puncture", row454},
{"dust_mite_allergy", row455},
{"early_onset_neonatal_sepsis", row456},
{"ebv_serology", row457},
{"echocardiography", row458},
{"ecog", row459},
{"eczema_area_arms", row460},
{"eczema_area_head", row461},
{"eczema_area_legs", row462},
{"eczema_area_trunk", row463},
{"edetate", row464},
{"edss", row465},
{"education_level", row466},
{"education_years", row467},
{"egfr", row468},
{"egfr_ckd_epi", row469},
{"egfr_mdrd", row470},
{"egfr_mutation", row471},
{"electrophysiology_study", row472},
{"emergency_visit", row473},
{"emphysema", row474},
{"employed", row475},
{"empyema", row476},
{"encounter", row477},
{"endocrine_therapy", row478},
{"endometrial_thickness", row479},
{"endometrioma", row480},
{"endometriosis_stage", row481},
{"endothelial_cell_density", row482},
{"enema", row483},
{"enfortumab_vedotin", row484},
{"enteral_nutrition", row485},
{"environmental_allergy", row486},
{"eosinophils", row487},
{"epds", row488},
{"epidural_anesthesia", row489},
{"epilepsy_surgery", row490},
{"epoetin", row491},
{"epworth", row492},
{"eq5d", row493},
{"er_status", row494},
{"ergot_alkaloid", row495},
{"esbl_producing", row496},
{"esr", row497},
{"estradiol", row498},
{"estradiol_drug", row499},
{"eswl", row500},
{"etdrs_letters", row501},
{"ethinylestradiol_norethisterone", row502},
{"ethnicity", row503},
{"ethnicity_hispanic", row504},
{"euroscore", row505},
{"evar", row506},
{"excipient_allergy", row507},
{"exercise_echo", row508},
{"exercise_test", row509},
{"exhaled_co", row510},
{"exocrine_pancreatic_insufficiency", row511},
{"exostosis", row512},
{"expected_delivery_date", row513},
{"external_beam_radiotherapy", row514},
{"eye_disease", row515},
{"fabry_disease", row516},
{"facial_palsy", row517},
{"facit_fatigue", row518},
{"factor_ix", row519},
{"factor_viia", row520},
{"factor_viii", row521},
{"factor_viii_inhibitor", row522},
{"factor_xa_inhibitor", row523},
{"fagerstrom", row524},
{"falciparum_malaria", row525},
{"fasting_glucose", row526},
{"fasting_state", row527},
{"fdg_pet", row528},
{"fdg_pet_ct", row529},
{"fecal_calprotectin", row530},
{"feeding_intolerance", row531},
{"female", row532},
{"feno", row533},
{"ferriman_gallwey", row534},
{"fess", row535},
{"fetal_anomaly", row536},
{"fetal_macrosomia", row537},
{"fev1", row538},
{"fev1_percent", row539},
{"fgfr_fusion", row540},
{"fibroid_size", row541},
{"fibromyalgia", row542},
{"ficat", row543},
{"figo", row544},
{"fio2", row545},
{"fissure_sealant", row546},
{"fit_hemoglobin", row547},
{"fitzpatrick", row548},
{"flc_ratio", row549},
{"flt3_itd", row550},
{"flucytosine", row551},
{"fludeoxyglucose", row552},
{"fluid_balance", row553},
{"fluorouracil", row554},
{"fluticasone", row555},
{"flutter_ablation", row556},
{"fmt", row557},
{"fna", row558},
{"focal_laser", row559},
{"follicle_size", row560},
{"former_smoker", row561},
{"fosfomycin", row562},
{"fracture", row563},
{"framingham_risk_score", row564},
{"free_androgen_index", row565},
{"free_flap", row566},
{"frozen_shoulder", row567},
{"fvc", row568},
{"g6pd_activity", row569},
{"g8", row570},
{"g_csf", row571},
{"gad_antibody", row572},
{"gadolinium_allergy", row573},
{"gadolinium_contrast", row574},
{"gait_speed", row575},
{"galactomannan", row576},
{"gaming_disorder", row577},
{"garden", row578},
{"gastrostomy", row579},
{"gcs", row580},
{"gcs_eye", row581},
{"gcs_motor", row582},
{"gene_therapy", row583},
{"general_anesthesia", row584},
{"genital_warts", row585},
{"genitourinary_anomaly", row586},
{"gestational_age", row587},
{"gestational_diabetes", row588},
{"gestational_trophoblastic_disease", row589},
{"ggt", row590},
{"gi_motility_disorder", row591},
{"giardia", row592},
{"gingival_index", row593},
{"gingival_recession_depth", row594},
{"ginkgo", row595},
{"ginseng", row596},
{"gleason", row597},
{"glioblastoma", row598},
{"glp1_receptor_agonist", row599},
{"gls", row600},
{"glucose", row601},
{"glutamine", row602},
{"gold_stage", row603},
{"gonorrhea", row604},
{"gonorrhea_test", row605},
{"grace", row606},
{"gram_negative_infection", row607},
{"gram_negative_pneumonia", row608},
{"grapefruit_consumption", row609},
{"grip_strength", row610},
{"group_a_streptococcus", row611},
{"group_b_streptococcus", row612},
{"guardianship", row613},
{"guillain_barre", row614},
{"gustilo", row615},
{"h2_blocker", row616},
{"h_pylori_test", row617},
{"hachinski", row618},
{"hads_anxiety_subscale", row619},
{"hads_depression_subscale", row620},
{"ham_d", row621},
{"haq", row622},
{"hba1c", row623},
{"hbsag", row624},
{"hbv_dna", row625},
{"hcg", row626},
{"hcv_antibody", row627},
{"hcv_daa", row628},
{"hcv_rna", row629},
{"hdl", row630},
{"hdv_virus", row631},
{"head_circumference", row632},
{"headache_days", row633},
{"health_education", row634},
{"health_insurance", row635},
{"healthy", row636},
{"heart_disease", row637},
{"heart_failure", row638},
{"heavy_alcohol_use", row639},
{"heavy_smoker", row640},
{"hedgehog_inhibitor", row641},
{"height", row642},
{"height_for_age_z", row643},
{"hematologic_malignancy", row644},
{"hematopoietic_stem_cell_transplant", row645},
{"hemodialysis", row646},
{"hemoglobin", row647},
{"heparin", row648},
{"hepatic_encephalopathy_grade", row649},
{"her2_status", row650},
{"herbal_medicine", row651},
{"hernia", row652},
{"herpes_zoster", row653},
{"hev_igm", row654},
{"hfnc", row655},
{"hfov", row656},
{"high_altitude_residence", row657},
{"high_cervical_spinal_cord_injury", row658},
{"high_risk_sexual_behavior", row659},
{"higher_education", row660},
{"hip_dislocation", row661},
{"hip_hemiarthroplasty", row662},
{"hiv_infection", row663},
{"hiv_test", row664},
{"hiv_viral_load", row665},
{"hla_b27", row666},
{"hoehn_yahr", row667},
{"holter_monitoring", row668},
{"homa_ir", row669},
{"home_oxygen", row670},
{"homicidal_ideation", row671},
{"hormonal_contraceptive", row672},
{"hormonal_contraceptive_implant", row673},
{"hormone_iud", row674},
{"hospice", row675},
{"hospital_acquired_bacterial_pneumonia", row676},
{"hospital_acquired_pneumonia", row677},
{"hospital_discharge", row678},
{"household_income", row679},
{"hrct", row680},
{"htlv_antibody", row681},
{"htlv_infection", row682},
{"huntington_disease", row683},
{"hydroxyprogesterone", row684},
{"hydroxyprogesterone17", row685},
{"hypertension", row686},
{"hypoalbuminemia", row687},
{"hypomobility", row688},
{"hypotension", row689},
{"hypotonia", row690},
{"hypoxemia", row691},
{"hypoxic_ischemic_brain_injury", row692},
{"iadl", row693},
{"icd", row694},
{"icd_implantation", row695},
{"icdas", row696},
{"ichthyosis", row697},
{"iga_deficiency", row698},
{"iga_skin", row699},
{"ige_cat_dander", row700},
{"ige_cladosporium_herbarum", row701},
{"ige_codfish", row702},
{"ige_common_ragweed", row703},
{"ige_cow_milk", row704},
{"ige_egg_white", row705},
{"ige_honey_bee", row706},
{"ige_house_dust_mite", row707},
{"ige_latex", row708},
{"ige_peanut", row709},
{"ige_shrimp", row710},
{"ige_soybean", row711},
{"ige_walnut", row712},
{"ige_wheat", row713},
{"ige_white_oak", row714},
{"igra", row715},
{"il23_inhibitor", row716},
{"ileus", row717},
{"illicit_drug_use", row718},
{"imaging", row719},
{"immature_granulocytes_percent", row720},
{"immune_disorder", row721},
{"immunotherapy_checkpoint", row722},
{"implanted_device", row723},
{"implanted_port", row724},
{"incomplete_data", row725},
{"incontinence_episodes", row726},
{"incontinence_surgery", row727},
{"indwelling_catheterization", row728},
{"infarct_core_volume", row729},
{"infectious_mononucleosis", row730},
{"infiltration_anesthesia", row731},
{"inflammatory_myopathy", row732},
{"influenza_a_test", row733},
{"influenza_b_test", row734},
{"influenza_h1n1", row735},
{"influenza_test", row736},
{"influenza_vaccine", row737},
{"influenza_vaccine_live", row738},
{"influenza_virus", row739},
{"information_gathering", row740},
{"informed_consent", row741},
{"inhalant_allergy", row742},
{"inhalation_injury", row743},
{"injection_drug_use", row744},
{"injury", row745},
{"inositol", row746},
{"inotrope", row747},
{"inr", row748},
{"insect_allergy", row749},
{"insulin", row750},
{"insulin_dose", row751},
{"insulin_regular", row752},
{"intact_membranes", row753},
{"integrase_inhibitor", row754},
{"interferon_gamma", row755},
{"intermacs", row756},
{"intermittent_catheterization", row757},
{"intermittent_claudication", row758},
{"internet_addiction_test", row759},
{"intestinal_corticosteroid", row760},
{"intra_abdominal_infection", row761},
{"intracranial_clip", row762},
{"intubation", row763},
{"invasive_ductal_carcinoma", row764},
{"invasive_mechanical_ventilation", row765},
{"investigational_product", row766},
{"iodinated_contrast", row767},
{"iodinated_contrast_allergy", row768},
{"ipss_mds", row769},
{"iq", row770},
{"irls", row771},
{"iron_supplement", row772},
{"irregular_menstruation", row773},
{"ischemic_stroke", row774},
{"ishak_fibrosis", row775},
{"isolation_care", row776},
{"isup_grade", row777},
{"iud", row778},
{"iv_fluids", row779},
{"ivc_filter", row780},
{"jak2_v617f_mutation", row781},
{"joint_contracture", row782},
{"joint_hypermobility", row783},
{"joint_replacement", row784},
{"juvenile_idiopathic_arthritis", row785},
{"kappa_flc", row786},
{"karyotyping", row787},
{"katz_adl", row788},
{"kava", row789},
{"kccq", row790},
{"keloid", row791},
{"keratinized_tissue", row792},
{"khorana", row793},
{"ki67", row794},
{"kinase_inhibitor", row795},
{"klebsiella_pneumonia", row796},
{"koos_pain", row797},
{"koos_sport", row798},
{"kras_inhibitor", row799},
{"ktv", row800},
{"kupperman", row801},
{"kyphoplasty", row802},
{"la_grade", row803},
{"laba", row804},
{"labor", row805},
{"labor_epidural", row806},
{"laceration", row807},
{"lactation", row808},
{"lambda_flc", row809},
{"lambert_eaton", row810},
{"language_barrier", row811},
{"language_fluency", row812},
{"lansky", row813},
{"laser_trabeculoplasty", row814},
{"last_menstrual_period", row815},
{"late_onset_neonatal_sepsis", row816},
{"latex_allergy", row817},
{"lci", row818},
{"ldh", row819},
{"ldl", row820},
{"left_atrial_pressure", row821},
{"left_atrial_thrombus", row822},
{"left_heart_catheterization", row823},
{"left_ventricular_systolic_dysfunction", row824},
{"leg_cramp", row825},
{"legally_incompetent", row826},
{"legionella_pneumonia", row827},
{"leukemia", row828},
{"life_expectancy", row829},
{"lipase", row830},
{"lipid_disorder", row831},
{"lipid_emulsion", row832},
{"liposomal_doxorubicin", row833},
{"live_vaccine", row834},
{"liver_cancer", row835},
{"liver_failure", row836},
{"liver_fat_fraction", row837},
{"liver_stiffness", row838},
{"living_donor", row839},
{"lng_ius", row840},
{"lobectomy", row841},
{"logmar", row842},
{"long_acting_insulin", row843},
{"long_covid", row844},
{"long_term_oxygen_therapy", row845},
{"low_anterior_resection", row846},
{"low_health_literacy", row847},
{"lower_endoscopy", row848},
{"lumbar_fusion", row849},
{"lumbar_mri", row850},
{"lung_segmentectomy", row851},
{"lupus_erythematosus", row852},
{"lv_fractional_shortening", row853},
{"lv_wall_thickness", row854},
{"lvef", row855},
{"lvot_gradient", row856},
{"lyme_disease", row857},
{"lymphocytes", row858},
{"lymphoma", row859},
{"m_stage", row860},
{"mace", row861},
{"macular_degeneration", row862},
{"macular_drusen", row863},
{"maddrey", row864},
{"major_surgery", row865},
{"malabsorption", row866},
{"malaise", row867},
{"male", row868},
{"male_infertility", row869},
{"malignancy", row870},
{"malignant_cerebral_infarct", row871},
{"mallampati", row872},
{"married", row873},
{"masaoka", row874},
{"mascc", row875},
{"massive_transfusion", row876},
{"maxillofacial_surgery", row877},
{"mayo_endoscopic", row878},
{"mayo_score", row879},
{"maze_procedure", row880},
{"mch", row881},
{"mchc", row882},
{"mcl_injury", row883},
{"mcv", row884},
{"mean_arterial_pressure", row885},
{"measles_igg", row886},
{"measurable_disease", row887},
{"mechanical_heart_valve", row888},
{"mechanical_ventilation", row889},
{"medical_device", row890},
{"meditation", row891},
{"melanoma", row892},
{"meld", row893},
{"meniscus_tear", row894},
{"menopause", row895},
{"menstrual_cycle_length", row896},
{"mercaptopurine", row897},
{"mers", row898},
{"met_inhibitor", row899},
{"met_minutes", row900},
{"metabolic_syndrome", row901},
{"metastatic_cancer", row902},
{"metavir", row903},
{"methylprednisolone", row904},
{"metoprolol", row905},
{"mets", row906},
{"mews", row907},
{"mgmt_methylation", row908},
{"mgus", row909},
{"microorganism", row910},
{"migraine", row911},
{"migraine_attacks", row912},
{"mild_intermittent_asthma", row913},
{"milk_allergy", row914},
{"mis_c", row915},
{"mitomycin", row916},
{"mitral_regurgitation", row917},
{"mitral_stenosis", row918},
{"mixed_incontinence", row919},
{"mme_per_day", row920},
{"mmrc", row921},
{"mmse", row922},
{"mobile_phone", row923},
{"modified_ashworth", row924},
{"modified_hachinski", row925},
{"monoclonal_antibody", row926},
{"monthly_migraine_days", row927},
{"mrc_muscle", row928},
{"mri", row929},
{"mrs", row930},
{"mrsa_screen", row931},
{"mrss", row932},
{"msi_status", row933},
{"muac", row934},
{"multidrug_resistant_infection", row935},
{"multiple_myeloma", row936},
{"mumps", row937},
{"mumps_igg", row938},
{"murphy_sign", row939},
{"murray", row940},
{"muscle_cramp", row941},
{"muscle_relaxant", row942},
{"myasthenia_gravis", row943},
{"mycobacterium_abscessus", row944},
{"mycophenolate", row945},
{"mycoplasma_pneumonia", row946},
{"n_stage", row947},
{"nas", row948},
{"nasal_antihistamine", row949},
{"nasal_corticosteroid", row950},
{"nasal_endoscopy", row951},
{"nasal_obstruction", row952},
{"nasal_polyp_score", row953},
{"nasogastric_feeding", row954},
{"nasopharyngeal_swab", row955},
{"nec_stage", row956},
{"nephrostomy", row957},
{"nerve_block", row958},
{"neurogenic_bladder", row959},
{"neuromyelitis_optica", row960},
{"neutrophils", row961},
{"never_smoker", row962},
{"nevus", row963},
{"newborn", row964},
{"nicotine_use", row965},
{"night_shift_work", row966},
{"nitrate_drug", row967},
{"nitrofurantoin", row968},
{"noise_exposure", row969},
{"non_hdl", row970},
{"non_melanoma_skin_cancer", row971},
{"non_smoker", row972},
{"noncompliance", row973},
{"noninvasive_ventilation", row974},
{"nonstress_test", row975},
{"norovirus_infection", row976},
{"nstemi", row977},
{"nt_probnp", row978},
{"ntrk_fusion", row979},
{"nursing_home_residence", row980},
{"nyha", row981},
{"obesity", row982},
{"obstructive_pneumonia", row983},
{"obstructive_sleep_apnea", row984},
{"occasional_smoker", row985},
{"occupational_exposure", row986},
{"ogtt_1h_glucose", row987},
{"olmesartan", row988},
{"oncotype", row989},
{"opioid", row990},
{"opioid_allergy", row991},
{"oral_cancer", row992},
{"oral_candidiasis", row993},
{"oral_contraceptive", row994},
{"oral_disease", row995},
{"oral_hygiene", row996},
{"oral_mucositis_grade", row997},
{"organ_transplant", row998},
{"osteonecrosis_of_jaw", row999},
{"osteotomy", row1000},
{"oswestry", row1001},
{"outpatient_visit", row1002},
{"ovarian_stimulation", row1003},
{"oxygen_flow", row1004},
{"oxygen_saturation_on_room_air", row1005},
{"oxygen_therapy", row1006},
{"p16_status", row1007},
{"pacemaker", row1008},
{"pack_years", row1009},
{"paco2", row1010},
{"padua", row1011},
{"pah_drug", row1012},
{"pain_score", row1013},
{"painful_diabetic_neuropathy", row1014},
{"palpitations", row1015},
{"pamidronate", row1016},
{"pancreatic_adenocarcinoma", row1017},
{"pancreatin", row1018},
{"panproctocolectomy", row1019},
{"pao2", row1020},
{"paracentesis", row1021},
{"parasitemia", row1022},
{"paratyphoid_fever", row1023},
{"parent_training", row1024},
{"parental_consent", row1025},
{"parity", row1026},
{"parkinson_disease", row1027},
{"parvovirus_b19", row1028},
{"passive_immunization", row1029},
{"pawp", row1030},
{"pc20", row1031},
{"pc_ptsd_5", row1032},
{"pci", row1033},
{"pcl5", row1034},
{"pcr_test", row1035},
{"pd1_inhibitor", row1036},
{"pd1_pdl1_inhibitor", row1037},
{"pde5_inhibitor", row1038},
{"pdl1_cps", row1039},
{"pdl1_expression", row1040},
{"pdl1_inhibitor", row1041},
{"pdl1_tps", row1042},
{"pdl2_inhibitor", row1043},
{"pef", row1044},
{"peg", row1045},
{"peginterferon_alfa", row1046},
{"pelvic_floor_surgery", row1047},
{"pending_litigation", row1048},
{"penicillamine", row1049},
{"perennial_allergic_rhinitis", row1050},
{"periodontal_disease", row1051},
{"peripheral_artery_disease", row1052},
{"pertussis", row1053},
{"pf_ratio", row1054},
{"pgp_inhibitor", row1055},
{"ph_monitoring", row1056},
{"phase_angle", row1057},
{"phlebotomy", row1058},
{"phone_access", row1059},
{"phosphate", row1060},
{"phq9", row1061},
{"physical_activity", row1062},
{"physical_activity_time", row1063},
{"phytonadione", row1064},
{"picc", row1065},
{"pirads", row1066},
{"placenta_accreta", row1067},
{"plaque_index", row1068},
{"plasma_cell_neoplasm", row1069},
{"plasma_cells_marrow_percent", row1070},
{"plasma_exchange", row1071},
{"plasma_expander", row1072},
{"plastic_surgery", row1073},
{"plateau_pressure", row1074},
{"platelet_disorder", row1075},
{"platelets", row1076},
{"platinum_agent", row1077},
{"platinum_allergy", row1078},
{"pleural_mesothelioma", row1079},
{"pleural_ph", row1080},
{"pneumocystis_jirovecii", row1081},
{"pneumocystis_pneumonia", row1082},
{"pneumonitis", row1083},
{"polyethylene_glycol", row1084},
{"polysorbate_allergy", row1085},
{"popq_stage", row1086},
{"positive_airway_pressure", row1087},
{"post_bronchodilator_fev1_percent_predicted", row1088},
{"postload_glucose", row1089},
{"postpartum", row1090},
{"pphn", row1091},
{"pr_status", row1092},
{"pre_bronchodilator_fev1_percent_predicted", row1093},
{"pregnancy", row1094},
{"pregnancy_test", row1095},
{"prematurity", row1096},
{"premenopausal", row1097},
{"premixed_insulin", row1098},
{"premorbid_mrs", row1099},
{"primary_education", row1100},
{"prior_study_enrollment", row1101},
{"prisoner", row1102},
{"probation", row1103},
{"probing_depth", row1104},
{"procedure", row1105},
{"progressive_sperm_motility", row1106},
{"prostacyclin_analogue", row1107},
{"prostate_volume", row1108},
{"prosthetic_heart_valve", row1109},
{"proton_therapy", row1110},
{"proxy_consent", row1111},
{"prp_injection", row1112},
{"prurigo", row1113},
{"pruritus_nrs", row1114},
{"pseudomonas_pneumonia", row1115},
{"psi_pneumonia", row1116},
{"psqi", row1117},
{"pss", row1118},
{"psychiatric_disorder", row1119},
{"psychotic_disorder", row1120},
{"pt", row1121},
{"pth", row1122},
{"pulmonary_embolism", row1123},
{"pulmonary_nodule", row1124},
{"pulse_pressure", row1125},
{"pvo2", row1126},
{"qids", row1127},
{"qrs_duration", row1128},
{"qt_interval", row1129},
{"qt_prolongation", row1130},
{"qtc", row1131},
{"qtcb", row1132},
{"qtcf", row1133},
{"raas_inhibitor", row1134},
{"race_asian", row1135},
{"race_black", row1136},
{"race_native", row1137},
{"race_white", row1138},
{"radiation_pneumonitis", row1139},
{"radioembolization", row1140},
{"radiopharmaceutical_therapy", row1141},
{"radiosurgery", row1142},
{"radiotherapy", row1143},
{"rai", row1144},
{"range_of_motion", row1145},
{"rash", row1146},
{"raynaud", row1147},
{"rbc_transfusion", row1148},
{"rcri", row1149},
{"rdw", row1150},
{"referral", row1151},
{"refractive_surgery", row1152},
{"regular_menstruation", row1153},
{"relapse_count", row1154},
{"relocation_plan", row1155},
{"renal_denervation", row1156},
{"renal_replacement_therapy", row1157},
{"renin", row1158},
{"residual_urine_volume", row1159},
{"residual_volume_lung", row1160},
{"resistant_hypertension", row1161},
{"ret_fusion", row1162},
{"rh_status", row1163},
{"rhd_antibody_screening", row1164},
{"rheumatic_fever", row1165},
{"right_heart_catheterization", row1166},
{"robotic_surgery", row1167},
{"rocuronium", row1168},
{"roland_morris", row1169},
{"rotator_cuff_injury", row1170},
{"rotavirus_infection", row1171},
{"rubella_igg", row1172},
{"rubella_screening", row1173},
{"rugby_player", row1174},
{"rutherford", row1175},
{"saba", row1176},
{"salpingoplasty", row1177},
{"saps_ii", row1178},
{"sarnat", row1179},
{"sars_cov_1", row1180},
{"sbrt", row1181},
{"schirmer", row1182},
{"scopolamine", row1183},
{"score_risk", row1184},
{"seasonal_allergic_rhinitis", row1185},
{"secondary_education", row1186},
{"sedative", row1187},
{"sedentary_lifestyle", row1188},
{"seizure", row1189},
{"seizure_frequency", row1190},
{"self_harm", row1191},
{"sentinel_lymph_node_biopsy", row1192},
{"serotonin_5ht1_agonist", row1193},
{"sesame_allergy", row1194},
{"setron", row1195},
{"severe_asthma", row1196},
{"severe_sepsis", row1197},
{"sex", row1198},
{"sex_work", row1199},
{"sexually_active", row1200},
{"shock", row1201},
{"sickle_beta_thalassemia", row1202},
{"sigmoidoscopy", row1203},
{"silent_myocardial_ischemia", row1204},
{"sinus_rhythm", row1205},
{"sinusitis", row1206},
{"sirs_count", row1207},
{"sit_to_stand", row1208},
{"six_minute_walk", row1209},
{"skeletal_muscle_index", row1210},
{"skin_infection", row1211},
{"skin_prick_test", row1212},
{"sle", row1213},
{"sledai", row1214},
{"sleep_duration", row1215},
{"smartphone", row1216},
{"smoking_quit_time", row1217},
{"smoking_status", row1218},
{"social_mental_disability", row1219},
{"social_migrant", row1220},
{"social_support", row1221},
{"sodium_chloride", row1222},
{"solid_tumor", row1223},
{"somatropin", row1224},
{"soy_supplement", row1225},
{"spasticity", row1226},
{"speaks_chinese", row1227},
{"speaks_english", row1228},
{"speaks_french", row1229},
{"speaks_german", row1230},
{"speaks_spanish", row1231},
{"specific_ige", row1232},
{"specific_learning_disorder", row1233},
{"speech_language_disorder", row1234},
{"speech_recognition", row1235},
{"speech_therapy", row1236},
{"sperm_morphology", row1237},
{"spherical_equivalent", row1238},
{"spinal_cord_compression", row1239},
{"spo2", row1240},
{"spontaneous_bowel_movements_per_week", row1241},
{"spotted_fever", row1242},
{"sprain", row1243},
{"sputum_eosinophils", row1244},
{"sputum_smear", row1245},
{"squamous_cell_lung_cancer", row1246},
{"ssri", row1247},
{"st_johns_wort", row1248},
{"stable_angina", row1249},
{"stem_cell_rescue", row1250},
{"stemi", row1251},
{"stenosis_percent", row1252},
{"sterilization", row1253},
{"sternotomy", row1254},
{"stevens_johnson", row1255},
{"still_disease", row1256},
{"stillbirth", row1257},
{"stimulant", row1258},
{"stone_density", row1259},
{"stone_surgery", row1260},
{"strep_a_test", row1261},
{"stress", row1262},
{"stress_incontinence", row1263},
{"stroke", row1264},
{"stroke_volume", row1265},
{"stroke_volume_index", row1266},
{"strongyloides", row1267},
{"sts_score", row1268},
{"study_drug_allergy", row1269},
{"study_staff", row1270},
{"substance_abuse", row1271},
{"substance_use_treatment", row1272},
{"suicidal_ideation", row1273},
{"suicide", row1274},
{"surfactant", row1275},
{"svo2", row1276},
{"swab_test", row1277},
{"swollen_joint_count", row1278},
{"symptom", row1279},
{"syntax_score", row1280},
{"syphilis_treponemal", row1281},
{"systolic_bp", row1282},
{"t790m_mutation", row1283},
{"t_stage", row1284},
{"tace", row1285},
{"tai_chi", row1286},
{"tanner_stage", row1287},
{"targeted", row1288},
{"tb_sputum_smear", row1289},
{"tb_test", row1290},
{"tb_xpert", row1291},
{"tbsa_burned", row1292},
{"tbut", row1293},
{"tcpco2", row1294},
{"tcpo2", row1295},
{"temporal_lobectomy", row1296},
{"tender_joint_count", row1297},
{"tenofovir_disoproxil", row1298},
{"testosterone", row1299},
{"testosterone_drug", row1300},
{"thiazide", row1301},
{"throat_culture", row1302},
{"thrombin_time", row1303},
{"thymosin_alpha_1", row1304},
{"thyroid_hormone", row1305},
{"time_in_range", row1306},
{"timed_up_and_go", row1307},
{"timi", row1308},
{"tlc_lung", row1309},
{"tmb", row1310},
{"tmj_disorder", row1311},
{"tnf_inhibitor", row1312},
{"tobacco_use", row1313},
{"toe_brachial_index", row1314},
{"toe_pressure", row1315},
{"tourette_syndrome", row1316},
{"toxoplasma_gondii", row1317},
{"toxoplasma_igg", row1318},
{"tracheostomy", row1319},
{"traditional_chinese_medicine", row1320},
{"traffic_accident", row1321},
{"transaminase", row1322},
{"transferrin_saturation", row1323},
{"transient_elastography", row1324},
{"transplantation", row1325},
{"trastuzumab_emtansine", row1326},
{"treatment", row1327},
{"treatment_consent", row1328},
{"trial_participation", row1329},
{"triamcinolone", row1330},
{"trichomoniasis", row1331},
{"tricuspid_regurgitation", row1332},
{"tricyclic_antidepressant", row1333},
{"troponin", row1334},
{"troponin_i", row1335},
{"troponin_i_hs", row1336},
{"troponin_t", row1337},
{"troponin_t_hs", row1338},
{"trus_biopsy", row1339},
{"tryptophan", row1340},
{"tuberculin_test", row1341},
{"tuberculosis", row1342},
{"tuberous_sclerosis", row1343},
{"tumor_ablation", row1344},
{"tumor_grade", row1345},
{"tumor_number", row1346},
{"tumor_size", row1347},
{"turbt", row1348},
{"tympanic_temperature", row1349},
{"type_1_diabetes", row1350},
{"type_2_diabetes", row1351},
{"typhoid_fever", row1352},
{"typhoid_vaccine_injectable", row1353},
{"typhoid_vaccine_oral", row1354},
{"typhus", row1355},
{"uas7", row1356},
{"umbilical_cord_ph", row1357},
{"unable_to_swallow", row1358},
{"unable_to_understand", row1359},
{"unstable_angina", row1360},
{"updrs_iii", row1361},
{"upper_endoscopy", row1362},
{"urge_incontinence", row1363},
{"urinary_free_cortisol", row1364},
{"urinary_frequency", row1365},
{"urinary_incontinence", row1366},
{"urine_5hiaa", row1367},
{"urine_acr", row1368},
{"urine_blood", row1369},
{"urine_calcium_24h", row1370},
{"urine_culture", row1371},
{"urine_culture_count", row1372},
{"urine_output", row1373},
{"urine_oxalate_24h", row1374},
{"urine_pcr", row1375},
{"urine_protein_24h", row1376},
{"urine_sodium", row1377},
{"uterine_fibroid", row1378},
{"vaccine", row1379},
{"vaginal_pessary", row1380},
{"valgus_angle", row1381},
{"valve_repair", row1382},
{"valve_replacement", row1383},
{"valve_surgery", row1384},
{"valvular_heart_disease", row1385},
{"variceal_bleeding", row1386},
{"varicella_screening", row1387},
{"varus_angle", row1388},
{"vascular_graft", row1389},
{"vasopressor", row1390},
{"vats", row1391},
{"vegan_diet", row1392},
{"vegetarian_diet", row1393},
{"vegetative_state", row1394},
{"vegfr_tki", row1395},
{"venous_insufficiency", row1396},
{"venous_leg_ulcer", row1397},
{"verteporfin_pdt", row1398},
{"veteran", row1399},
{"vigorous_exercise", row1400},
{"violence_environment", row1401},
{"viral_infection", row1402},
{"viral_pharyngitis", row1403},
{"vis", row1404},
{"visual_acuity", row1405},
{"visual_field_md", row1406},
{"vitamin_b12", row1407},
{"vitamin_b12_deficiency", row1408},
{"vitamin_d", row1409},
{"vitamin_d_drug", row1410},
{"vitamin_e", row1411},
{"vivax_malaria", row1412},
{"vo2max", row1413},
{"vur_grade", row1414},
{"vzv_igg", row1415},
{"wagner_ulcer", row1416},
{"walk_test_10m", row1417},
{"walking_distance", row1418},
{"wbc", row1419},
{"weight", row1420},
{"weight_for_age_z", row1421},
{"weight_for_height_z", row1422},
{"weight_for_length_percentile", row1423},
{"wheelchair", row1424},
{"whiplash", row1425},
{"who_functional_class", row1426},
{"womac_pain_subscale", row1427},
{"work_stress", row1428},
{"wound", row1429},
{"wound_area", row1430},
{"xray", row1431},
{"zone_cefoxitin", row1432},
{"zone_ceftazidime", row1433},
{"zone_ceftriaxone", row1434},
{"zone_ciprofloxacin", row1435},
{"zone_ertapenem", row1436},
{"zone_imipenem", row1437},
{"zone_meropenem", row1438},
{"zoster_vaccine", row1439},
{"ckd_stage_2_or_higher", row1440},
{"ckd_stage_3_or_higher", row1441},
{"ckd_stage_3b_or_higher", row1442},
{"ckd_stage_4_or_higher", row1443},
{"deauville_score", row1444},
{"postural_orthostatic_tachycardia_syndrome", row1445},
{"altitude_sickness", row1446},
{"pulmonary_alveolar_proteinosis", row1447},
{"parapneumonic_effusion", row1448},
{"carotid_artery_dissection", row1449},
{"fuchs_endothelial_dystrophy", row1450},
{"cyp3a4_substrate", row1451},
{"oatp1b1_or_oatp1b3_inhibitor", row1452},
{"efgartigimod", row1453},
{"aldesleukin", row1454},
{"bispecific_antibody", row1455},
{"clomifene", row1456},
{"beta_3_agonist", row1457},
{"constant_score", row1458},
{"corneal_staining_score", row1459},
{"vineland_adaptive_behavior_scales", row1460},
{"ados_2", row1461},
{"whodas_2_0", row1462},
{"incat_disability_score", row1463},
{"schwab_and_england_scale", row1464},
{"kccq_overall_summary_score", row1465},
{"ehra_score", row1466},
{"jak2_allele_burden", row1467},
{"fundal_height", row1468},
{"tampa_scale_for_kinesiophobia", row1469},
{"smoldering_myeloma", row1470},
{"solid_organ_transplant", row1471},
{0}};
