// SPDX-License-Identifier: MIT
// Spanish, with tú and with usted.
#include "checker/word_lists.hpp"

namespace kindly {

namespace {

std::vector<PhraseGroup> safety_groups() {
    return {
        {Rule::push_on,
         "Puedes seguir, o parar aquí.",
         {"^no pares ?ahora",
          "^no pare ?ahora",
          "^no te detengas",
          "^no se detenga",
          "^no te rindas",
          "^no se rinda",
          "^no abandones",
          "^nunca te rindas",
          "^sigue adelante $",
          "^siga adelante $",
          "^aguanta $",
          "^aguante $",
          "pase lo que pase",
          "cueste lo que cueste",
          "a toda costa",
          "^esfuérzate más",
          "^esfuércese más",
          "^no mires hacia otro lado",
          "^no apartes la mirada|vista",
          "^no te muevas",
          "^no se mueva",
          "^no abras los ojos",
          "^no abra los ojos"}},
        {Rule::push,
         "Podrías",
         {"debes", "^debe", "tienes que", "^tiene que", "usted debe", "usted tiene que", "deberías",
          "hay que"}},
        {Rule::push,
         "Puede quedarse como está, o suavizarse un poco.",
         {"^suelta|suelte|deja|deje ir ?todo ?el|la|tu|su|los|las|tus|sus "
          "dolor|miedo|miedos|ira|rabia|culpa|vergüenza|tristeza|ansiedad|pensamientos|emociones|pasado",
          "^suelta|suelte ?todo ?el|la|tu|su|los|las|tus|sus "
          "dolor|miedo|miedos|ira|rabia|culpa|vergüenza|tristeza|ansiedad|pensamientos|emociones|pasado",
          "^suéltalo todo", "^suelta todo", "^déjalo ir todo"}},
        {Rule::push,
         "Es normal que cueste.",
         {"^relájate ?ya|simplemente $", "simplemente relájate", "^cálmate", "^cálmese", "^tranquilízate",
          "^anímate", "^sé fuerte|valiente", "^sea fuerte|valiente", "^no llores", "^no llore",
          "^no estés triste", "^no seas débil|tonto|tonta|vago|vaga|cobarde", "supéralo", "contrólate"}},
        {Rule::push,
         "Despacio está bien.",
         {"^date prisa", "^dese prisa", "lo más rápido posible", "oblígate", "^fuérzate"}},
        {Rule::deny,
         "Puedes parar cuando quieras.",
         {"no puedes parar|salir|irte|detenerte|dejarlo|abandonar|volver $",
          "no puedes parar|salir|irte|detenerte|dejarlo|abandonar|volver ahora|aquí|hasta|antes|atrás",
          "no puede parar|salir|irse|detenerse|dejarlo|abandonar $",
          "no puede parar|salir|irse|detenerse|dejarlo|abandonar ahora|aquí|hasta|antes",
          "no podrás parar|salir|irte|dejarlo", "debes|debe terminar|acabar|completar|continuar",
          "tienes|tiene que terminar|acabar|completar|continuar|seguir $",
          "tienes|tiene que terminar|acabar|completar el|la|este|esta|todo|hasta",
          "tienes|tiene que llegar al final|hasta", "no hay vuelta|marcha atrás $",
          "no hay salida|escapatoria $", "no está permitido|permitida parar|salir",
          "no se puede parar|salir $", "^no pares hasta|antes", "^no pare hasta|antes"}},
        {Rule::eyes,
         "Con los ojos abiertos o cerrados, como prefieras.",
         {"cierra|cierre|cerrar|cerrando ?suavemente|lentamente los|tus|sus ojos", "ojos cerrados"}},
        {Rule::lying,
         "Puedes estar sentado, de pie o tumbado, como prefieras.",
         {"túmbate|acuéstate|recuéstate|échate", "túmbese|acuéstese|recuéstese|échese",
          "acostado|tumbado boca"}},
        {Rule::touch,
         "Puedes poner una mano en el brazo, sostener una taza, o nada.",
         {"mano|manos ?suavemente en|sobre|a el|tu|su|la corazón|pecho|vientre|abdomen|mejilla|cara",
          "mano|manos al corazón|pecho", "abrázate|abrácese", "acaríciate|acaríciese"}},
        {Rule::leaves_out,
         "",
         {"si quieres|quiere|prefieres|prefiere|deseas|desea|gustas", "si te|le apetece",
          "si lo prefieres|prefiere|deseas|desea", "solo|sólo si", "opcional", "en blanco", "sin retener",
          "omitir|omitirla|omitirlo"}},
        {Rule::may, "", {"puedes|puede"}},
        {Rule::choice,
         "",
         {"si quieres|quiere|prefieres|prefiere|deseas|desea|gustas",
          "si te|le apetece|parece|resulta|va|gusta", "si lo prefieres|deseas|desea",
          "como quieras|quiera|prefieras|prefiera", "ambas|ambos están|valen", "las|los dos están|valen",
          "o no", "o ninguna|nada", "te gustaría", "le gustaría", "tú decides", "usted decide", "elige|elija",
          "donde|dondequiera te|le"}},
        {Rule::eyes_choice, "", {"abiertos", "entreabiertos", "abre|abra|abrir", "mirada", "baja|baje la"}},
        {Rule::lying_choice, "", {"sentado|sentada|siéntate|siéntese|sentarte", "de pie", "silla"}},
        {Rule::touch_choice, "", {"taza", "cojín", "manta", "mesa", "regazo", "brazo", "imagina|imagine"}},
        {Rule::promise,
         "puede ayudar",
         {"te|le|lo|la sanará|curará|salvará|transformará",
          "esto sana|cura",
          "te|le vas|va a curar|sanar",
          "vas|va a curarte|sanar|sanarte|curarse",
          "serás feliz|libre",
          "quedarás curado|curada|sanado|sanada",
          "siempre funciona|ayuda",
          "funciona siempre",
          "funciona para todos|todo",
          "ayuda a todos",
          "garantizado|garantizada|garantiza|garantía",
          "nunca falla",
          "milagro|milagros|milagroso|milagrosa",
          "cambiará tu|su vida",
          "te|se sentirás|sentirá ?mucho "
          "mejor|tranquilo|tranquila|feliz|libre|relajado|relajada|seguro|segura",
          "dolor|miedo|ansiedad|tristeza|culpa desaparecerá|desaparecerán",
          "todo saldrá|irá|estará bien",
          "todo va a salir|estar|ir bien",
          "de una vez por todas",
          "nada malo puede|podrá pasar|pasarte|ocurrir|ocurrirte",
          "estás ?aquí|completamente|totalmente a salvo",
          "estás ?completamente|totalmente seguro|segura $"}},
        {Rule::helpline,
         "",
         {"teléfono de la esperanza",
          "teléfono|línea|número de crisis|ayuda|emergencia|emergencias|esperanza",
          "prevención del suicidio"}},
        {Rule::key,
         "",
         {"pulsa|presiona|pulse|presione|aprieta|teclea|oprime|oprima ?la ?tecla ?letra #",
          "pulsa|presiona|pulse|presione|aprieta|oprime|oprima ?la|en ?tecla "
          "enter|intro|entrar|escape|esc|espacio|retorno|tabulador|control",
          "la tecla", "una|cualquier tecla", "barra espaciadora", "barra de espacio", "teclado", "teclas"}},
    };
}

std::vector<PhraseGroup> other_groups() {
    return {
        {Rule::blame,
         "lo que te cuesta",
         {"tu|su propia culpa", "es ?por tu culpa", "por tu culpa",
          "tu|tus|su|sus debilidad|debilidades|pereza|fracaso|fracasos|excusas|egoísmo|resistencia",
          "eres ?tan|muy|demasiado|un|una "
          "débil|vago|vaga|egoísta|fracasado|fracasada|tonto|tonta|inútil|loco|loca|exagerado|exagerada|"
          "sensible|fracaso",
          "es usted ?tan|muy|demasiado débil|egoísta|inútil|sensible", "has fracasado|fallado", "qué te pasa",
          "te lo has buscado", "deberías haber|saber"}},
        {Rule::label,
         "lo que vives",
         {"tu|su trastorno|neurosis|psicosis|patología|disfunción|enfermedad mental",
          "eres depresivo|depresiva|neurótico|neurótica|bipolar|narcisista|codependiente|adicto|adicta",
          "disfuncional|desadaptativo|desadaptativa", "sufres de", "sufre de", "cometió suicidio"}},
        {Rule::fine,
         "",
         {"nada que debas|tengas|hacer", "nada|algo|cosa|todo|lo que tienes|tiene|debes que ?hacer",
          "que tienes|tiene que", "lo que debes|debe|tienes|tiene", "debes de|haber",
          "debes ?a|al ti|mismo|misma|alguien", "pase lo que pase , ... puedes|puede",
          "puedes|puede parar ... , pase lo que pase", "hay que no", "tienes que no"}},
        {Rule::looks,
         "",
         {"mira|mire|mirar|miras|observa|observe|ve|vea|ver|ojos|vista|mirada", "alrededor",
          "habitación|cuarto|sala|ventana|color|colores|luz", "escucha|escuche|sonido|sonidos"}},
        {Rule::moves,
         "",
         {"mueve|mueva|mover|movimiento|estira|estire|estirar|estírate|sacude|sacuda|gira|gire|camina|camine",
          "hombros|manos|pies|dedos", "levántate|levántese|ponte", "bebe|beba|sorbo"}},
        {Rule::next_act,
         "",
         {"próximo|próxima|siguiente", "cotidiano|cotidiana|corriente|sencillo|sencilla|pequeño|pequeña",
          "después|luego", "vas|va a hacer", "tu|su día|tarde|noche|mañana", "vaso de agua", "té|café",
          "vuelve|vuelva|volver a|al"}},
    };
}

} // namespace

const LanguageWords& spanish_words() {
    static const LanguageWords list = [] {
        LanguageWords words{
            "es",
            {{Mark::negates, "no nunca jamás nadie nada ningún ninguno ninguna ni sin tampoco"},
             {Mark::turns, "pero sino y entonces"},
             {Mark::supposes, "si cuando cuándo qué cómo que donde mientras aunque como quien quién"},
             {Mark::voice, "crítico crítica voz voces"},
             {Mark::thinks, "piensas piensa pensamiento pensamientos crees cree sientes siente sensación "
                            "dice decir dices idea regla frase frases mensaje creencia creencias"},
             {Mark::leads_in, "ahora y por favor pero luego"},
             {Mark::either, "o u"},
             {Mark::calls, "llama llame llamar marca marque marcar teléfono"}},
            {},
            {},
            "Podrías mirar a tu alrededor.",
            "Quizá mover un poco las manos o los pies.",
            "Luego piensa en la siguiente cosa cotidiana que vas a hacer."};
        words.groups = safety_groups();
        for (auto& group : other_groups()) { words.groups.push_back(std::move(group)); }
        return words;
    }();
    return list;
}

} // namespace kindly
