/* Feeds texts from standard input to the embedding engine: a 4-byte little-endian length, then that many bytes, again and again.
 * Built with sanitizers by run.py; the engine's source comes from the installed package. */
#include "e5.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    e5_model *model = e5_load(argv[1]);
    if (!model) return 2;
    float *out = malloc(sizeof(float) * (size_t)e5_dim(model));
    uint32_t length;
    long count = 0;
    while (fread(&length, 4, 1, stdin) == 1) {
        char *text = malloc((size_t)length + 1);
        if (fread(text, 1, length, stdin) != length) return 2;
        text[length] = 0;
        e5_embed(model, text, 1, out);
        for (int i = 0; i < e5_dim(model); i++)
            if (!(out[i] >= -1.01f && out[i] <= 1.01f)) { fprintf(stderr, "not a unit vector at text %ld\n", count); return 3; }
        free(text);
        count++;
    }
    printf("%ld texts embedded\n", count);
    free(out);
    e5_free(model);
    return 0;
}
