#include "rules/landmark.h"

typedef struct landmark_name {
    const char *id;
    size_t size;
} landmark_name;

static const landmark_name names[] = {
#define LANDMARK_ROW(name, id) {(id), sizeof(id) - 1},
    LANDMARKS(LANDMARK_ROW)
#undef LANDMARK_ROW
};

const char *landmark_id(landmark l)
{
    return names[l].id;
}

const concept *lexicon_landmark(const lexicon *lx, landmark l)
{
    return lexicon_concept(lx, names[l].id, names[l].size);
}
